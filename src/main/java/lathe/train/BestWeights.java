package lathe.train;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lathe.model.file.SafetensorsWriter;
import lathe.model.file.TensorFiles;
import lathe.model.layout.Slot;
import lathe.program.TensorType;
import lathe.run.Failure;
import lathe.run.WholeFile;
import lathe.train.guard.DiskBudget;

/**
 * What trained, as it was at the best evaluation: {@code checkpoints/stage-I-best-N/}. Besides the best one, that of
 * the newest checkpoint is kept, so that a resumed stage finds what its state names.
 */
final class BestWeights {
    private static final String WEIGHTS = "weights.safetensors";

    private final Path folder;
    private final String prefix;
    private final DiskBudget disk;
    private long checkpointed;

    BestWeights(TrainRequest request, DiskBudget disk) {
        folder = request.run().resolve("checkpoints");
        prefix = "stage-" + request.index() + "-best-";
        this.disk = disk;
    }

    /** A checkpoint names these as the best. */
    void checkpointed(long step) {
        checkpointed = step;
    }

    /** Keeps the present weights as the best. */
    void keep(Trainee trainee, long step) throws Failure, IOException {
        List<Slot> slots = trainee.slots();
        disk.check(folder, slots.stream().mapToLong(Slot::size).sum() * TensorType.F32.bytes());
        Map<String, NDArray> named = new LinkedHashMap<>();
        for (int i = 0; i < slots.size(); i++) {
            named.put(slots.get(i).name(), trainee.parameters().get(i));
        }
        Files.createDirectories(of(step));
        SafetensorsWriter.write(of(step).resolve(WEIGHTS), named);
        removeOthers(step);
    }

    /** The trainee with the weights of a step that were kept. */
    Trainee restore(Trainee trainee, long step) throws Failure, IOException {
        List<NDArray> best =
                new TensorFiles(trainee.torch(), of(step), WEIGHTS).read(trainee.slots(), TensorType.F32, o -> false);
        trainee.parameters().forEach(NDArray::close);
        return trainee.with(best);
    }

    private Path of(long step) {
        return folder.resolve(prefix + step);
    }

    private void removeOthers(long step) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .toList();
        }
        for (Path path : all) {
            if (!path.equals(of(step)) && !path.equals(of(checkpointed))) {
                WholeFile.deleteTree(path);
            }
        }
    }
}
