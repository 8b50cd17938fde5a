package lathe.model.adapter;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lathe.model.file.TensorFiles;
import lathe.model.layout.Slot;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.run.Failure;

/** The head of a model whose head is its embedding: in PEFT's file it is a tensor of its own, which must be equal. */
final class TiedHead {
    private TiedHead() {}

    /** Index of the embedding. */
    static int embedding(List<Slot> slots) {
        return IntStream.range(0, slots.size())
                .filter(i -> slots.get(i).kind() == Slot.Kind.EMBEDDING)
                .findFirst()
                .orElseThrow();
    }

    /** Refuses a head that is not the embedding. */
    static void check(Torch torch, Path folder, String head, List<Slot> slots, List<NDArray> tensors)
            throws Failure, IOException {
        Slot embedding = slots.get(embedding(slots));
        Set<String> others = slots.stream().map(Slot::name).collect(Collectors.toSet());
        Slot slot = new Slot(head, embedding.kind(), embedding.rows(), embedding.columns());
        NDArray read = new TensorFiles(torch, folder, AdapterFolder.WEIGHTS)
                .read(List.of(slot), TensorType.F32, others::contains)
                .get(0);
        boolean same = read.contentEquals(tensors.get(embedding(slots)));
        read.close();
        if (!same) {
            throw Failure.badInput(
                    "The adapter's embedding and head were trained apart, but in its model they are one tensor",
                    folder.resolve(AdapterFolder.WEIGHTS).toString(),
                    "merge the adapter into its model with PEFT and use that model");
        }
    }
}
