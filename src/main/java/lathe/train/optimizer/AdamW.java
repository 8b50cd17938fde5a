package lathe.train.optimizer;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import lathe.model.layout.Slot;
import lathe.program.Program;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.recipe.TrainStage;

/**
 * AdamW (Loshchilov and Hutter 2019) and what it remembers of each parameter.
 *
 * @param moments in the order of the parameters
 * @param kept how they are kept
 */
public record AdamW(List<Moments> moments, Kept kept) {

    /**
     * How moments are kept.
     *
     * @param eightBit in 8 bits where a tensor is large enough
     * @param offload in main memory, from where one parameter's at a time goes to the device
     */
    public record Kept(boolean eightBit, boolean offload) {
        /** In float32, on the device. */
        public static final Kept PLAIN = new Kept(false, false);

        /** As a stage asks. */
        public static Kept of(TrainStage stage) {
            return new Kept(stage.optimizer() == TrainStage.Optimizer.ADAMW_8BIT, stage.optimizerOffload());
        }

        /** Who owns the moments. */
        NDManager owner(Torch torch) {
            return offload ? torch.manager().newSubManager(Device.cpu()) : torch.manager();
        }
    }

    /** Plain moments before the first step. */
    public static AdamW zero(Torch torch, List<NDArray> parameters) {
        return zero(torch, parameters, Kept.PLAIN);
    }

    /** Moments before the first step. */
    public static AdamW zero(Torch torch, List<NDArray> parameters, Kept kept) {
        NDManager owner = kept.owner(torch);
        List<Moments> moments = new ArrayList<>();
        parameters.forEach(parameter -> moments.add(Moments.zero(owner, parameter, kept.eightBit())));
        return new AdamW(moments, kept);
    }

    /** Names and shapes of all moments of a type in a checkpoint. */
    public static List<Slot> slots(List<Slot> parameters, Kept kept, TensorType type) {
        List<Slot> slots = new ArrayList<>();
        parameters.forEach(parameter -> slots.addAll(Moments.slots(parameter, kept.eightBit(), type)));
        return slots;
    }

    /** All moments of a type, in the order of {@link #slots}. */
    public List<NDArray> tensors(TensorType type) {
        return moments.stream().flatMap(each -> each.tensors(type).stream()).toList();
    }

    /** Moments from a checkpoint, given in the order of {@link #slots}. */
    public static AdamW of(Torch torch, List<Slot> parameters, Kept kept, List<NDArray> floats, List<NDArray> codes) {
        NDManager owner = kept.owner(torch);
        Iterator<NDArray> numbers =
                floats.stream().map(t -> moved(t, owner, kept)).iterator();
        Iterator<NDArray> bytes = codes.stream().map(t -> moved(t, owner, kept)).iterator();
        List<Moments> moments = new ArrayList<>();
        for (Slot slot : parameters) {
            if (Moments.inBlocks(slot.size(), kept.eightBit())) {
                NDArray first = bytes.next();
                NDArray largest = numbers.next();
                moments.add(new Moments.Blocks(first, largest, bytes.next(), numbers.next()));
            } else {
                moments.add(new Moments.Full(numbers.next(), numbers.next()));
            }
        }
        return new AdamW(moments, kept);
    }

    private static NDArray moved(NDArray tensor, NDManager owner, Kept kept) {
        if (!kept.offload() || tensor.getDevice().equals(Device.cpu())) {
            return tensor;
        }
        NDArray away = tensor.toDevice(Device.cpu(), true);
        away.attach(owner);
        tensor.close();
        return away;
    }

    /**
     * Changes parameters and moments in place; only matrices decay, as norms and biases have one dimension.
     *
     * @param rates of each parameter, the share of the step's learning rate that it has
     */
    public void update(
            Program program,
            NDManager scope,
            List<NDArray> parameters,
            List<NDArray> gradients,
            TrainStage stage,
            List<Double> rates,
            Pace pace) {
        new Update(program, scope, stage, rates, pace).all(this, parameters, gradients);
    }

    /**
     * How far a step goes.
     *
     * @param step updates so far, this one included
     * @param rate the learning rate
     * @param factor what the gradients are multiplied by first; 1 leaves them
     */
    public record Pace(long step, double rate, double factor) {}
}
