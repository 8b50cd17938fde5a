package lathe.train;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lathe.model.file.SafetensorsWriter;
import lathe.model.file.TensorFiles;
import lathe.model.layout.Slot;
import lathe.program.TensorType;
import lathe.run.DigestedFolder;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunContext;
import lathe.run.WholeFile;
import lathe.train.guard.DiskBudget;
import lathe.train.optimizer.AdamW;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints of one stage: {@code checkpoints/stage-I-step-N/} with what trains, the optimizer's moments and
 * {@code state.json}. A checkpoint appears whole or not at all; its files' digests tell later whether it still is.
 */
final class Checkpoints {
    private static final String WEIGHTS = "weights.safetensors";
    private static final String MOMENTS = "moments.safetensors";
    private static final String CODES = "moments-8bit.safetensors";
    private static final String STATE = "state.json";
    private static final String PART = ".part";

    private final Path folder;
    private final int stage;
    private final int keep;
    private final AdamW.Kept kept;
    private final DiskBudget disk;

    Checkpoints(TrainRequest request, DiskBudget disk) {
        folder = request.run().resolve("checkpoints");
        stage = request.index();
        keep = request.stage().keep();
        kept = AdamW.Kept.of(request.stage());
        this.disk = disk;
    }

    /**
     * What a checkpoint knows beside its tensors.
     *
     * @param files SHA-256 by name
     */
    record State(int stage, LoopState loop, Map<String, String> files) {}

    /** A checkpoint in memory. */
    record Restored(Trainee trainee, AdamW optimizer, LoopState state) {}

    /** Bytes that a checkpoint will take. */
    long bytes(Trainee trainee) throws Failure {
        List<Slot> slots = trainee.slots();
        return bytes(slots, TensorType.F32)
                + bytes(AdamW.slots(slots, kept, TensorType.F32), TensorType.F32)
                + bytes(AdamW.slots(slots, kept, TensorType.U8), TensorType.U8);
    }

    private static long bytes(List<Slot> slots, TensorType type) {
        return slots.stream().mapToLong(Slot::size).sum() * type.bytes();
    }

    /** Warns where there is no room for all checkpoints that will lie there at once. */
    void warnIfTight(Trainee trainee, String key, RunContext context) throws Failure, IOException {
        disk.warn(folder, bytes(trainee), keep + 1, key, context);
    }

    /** Writes a checkpoint, then removes the oldest beyond those kept. */
    Path save(Trainee trainee, AdamW optimizer, LoopState state) throws Failure, IOException {
        disk.check(folder, bytes(trainee));
        Path to = folder.resolve(prefix() + state.step());
        Path beside = folder.resolve(prefix() + state.step() + PART);
        WholeFile.deleteTree(beside);
        Files.createDirectories(beside);
        List<Slot> slots = trainee.slots();
        SafetensorsWriter.write(beside.resolve(WEIGHTS), named(slots, trainee.parameters()));
        List<Slot> moments = AdamW.slots(slots, kept, TensorType.F32);
        SafetensorsWriter.write(beside.resolve(MOMENTS), named(moments, optimizer.tensors(TensorType.F32)));
        List<Slot> codes = AdamW.slots(slots, kept, TensorType.U8);
        if (!codes.isEmpty()) {
            Map<String, NDArray> tensors = named(codes, optimizer.tensors(TensorType.U8));
            SafetensorsWriter.write(trainee.torch(), beside.resolve(CODES), tensors, TensorType.U8);
        }
        Json.write(beside.resolve(STATE), new State(stage, state, DigestedFolder.digests(beside)));
        WholeFile.move(beside, to);
        removeOld();
        return to;
    }

    private String prefix() {
        return "stage-" + stage + "-step-";
    }

    private static Map<String, NDArray> named(List<Slot> slots, List<NDArray> tensors) {
        Map<String, NDArray> named = new LinkedHashMap<>();
        for (int i = 0; i < slots.size(); i++) {
            named.put(slots.get(i).name(), tensors.get(i));
        }
        return named;
    }

    private void removeOld() throws IOException {
        List<Path> all = newestFirst();
        for (Path old : all.subList(Math.min(keep, all.size()), all.size())) {
            WholeFile.deleteTree(old);
        }
        // what a killed process left half written
        for (Path half : named(prefix() + "\\d+\\" + PART)) {
            WholeFile.deleteTree(half);
        }
    }

    private List<Path> newestFirst() throws IOException {
        List<Path> all = new ArrayList<>(named(prefix() + "\\d+"));
        all.sort((a, b) -> Long.compare(stepOf(b), stepOf(a)));
        return all;
    }

    private List<Path> named(String pattern) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().matches(pattern))
                    .toList();
        }
    }

    private long stepOf(Path path) {
        return Long.parseLong(path.getFileName().toString().substring(prefix().length()));
    }

    /** The newest checkpoint that is whole, or null where there is none; says which ones are broken. */
    @Nullable
    Restored newest(Trainee trainee, RunContext context) throws Failure, IOException {
        for (Path path : newestFirst()) {
            State state = whole(path);
            if (state != null) {
                return restore(trainee, path, state);
            }
            context.warn("A checkpoint is damaged and was left aside", path.toString(), "an older one is used");
        }
        return null;
    }

    private static @Nullable State whole(Path path) throws IOException {
        if (!Files.isRegularFile(path.resolve(STATE))) {
            return null;
        }
        State state;
        try {
            state = Json.read(path.resolve(STATE), State.class);
        } catch (JacksonException e) {
            return null;
        }
        return DigestedFolder.isWhole(path, state.files()) ? state : null;
    }

    private Restored restore(Trainee trainee, Path path, State state) throws Failure, IOException {
        List<Slot> slots = trainee.slots();
        List<NDArray> parameters = read(trainee, path, WEIGHTS, slots, TensorType.F32);
        List<NDArray> moments = read(trainee, path, MOMENTS, AdamW.slots(slots, kept, TensorType.F32), TensorType.F32);
        List<Slot> coded = AdamW.slots(slots, kept, TensorType.U8);
        List<NDArray> codes = coded.isEmpty() ? List.of() : read(trainee, path, CODES, coded, TensorType.U8);
        AdamW optimizer = AdamW.of(trainee.torch(), slots, kept, moments, codes);
        trainee.parameters().forEach(NDArray::close);
        return new Restored(trainee.with(parameters), optimizer, state.loop());
    }

    private static List<NDArray> read(Trainee trainee, Path path, String name, List<Slot> slots, TensorType type)
            throws Failure, IOException {
        return new TensorFiles(trainee.torch(), path, name).read(slots, type, other -> false);
    }
}
