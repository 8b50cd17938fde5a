package lathe.train;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lathe.model.file.SafetensorsWriter;
import lathe.model.file.TensorFiles;
import lathe.model.layout.Slot;
import lathe.program.TensorType;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunContext;
import lathe.run.WholeFile;
import lathe.train.optimizer.AdamW;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints of one stage: {@code checkpoints/stage-I-step-N/} with what trains, the optimizer's moments and
 * {@code state.json}. A checkpoint appears whole or not at all; its files' digests tell later whether it still is.
 */
final class Checkpoints {
    private static final String WEIGHTS = "weights.safetensors";
    private static final String MOMENTS = "moments.safetensors";
    private static final String STATE = "state.json";

    private final Path folder;
    private final int stage;
    private final int keep;

    Checkpoints(TrainRequest request) {
        folder = request.run().resolve("checkpoints");
        stage = request.index();
        keep = request.stage().keep();
    }

    /**
     * What a checkpoint knows beside its tensors.
     *
     * @param step optimizer steps done
     * @param tokens tokens seen by the stage
     * @param files SHA-256 by name
     */
    record State(int stage, long step, long tokens, Map<String, String> files) {}

    /** A checkpoint in memory. */
    record Restored(Trainee trainee, AdamW optimizer, State state) {}

    /** Writes a checkpoint, then removes the oldest beyond those kept. */
    Path save(Trainee trainee, AdamW optimizer, long step, long tokens) throws Failure, IOException {
        Path to = folder.resolve(prefix() + step);
        Path beside = folder.resolve(prefix() + step + ".part");
        WholeFile.deleteTree(beside);
        Files.createDirectories(beside);
        List<Slot> slots = trainee.slots();
        SafetensorsWriter.write(beside.resolve(WEIGHTS), named("", slots, trainee.parameters()));
        Map<String, NDArray> moments = named("m.", slots, optimizer.first());
        moments.putAll(named("v.", slots, optimizer.second()));
        SafetensorsWriter.write(beside.resolve(MOMENTS), moments);
        Map<String, String> digests = new TreeMap<>();
        digests.put(WEIGHTS, sha256(beside.resolve(WEIGHTS)));
        digests.put(MOMENTS, sha256(beside.resolve(MOMENTS)));
        Json.write(beside.resolve(STATE), new State(stage, step, tokens, digests));
        WholeFile.move(beside, to);
        removeOld();
        return to;
    }

    private String prefix() {
        return "stage-" + stage + "-step-";
    }

    private static Map<String, NDArray> named(String prefix, List<Slot> slots, List<NDArray> tensors) {
        Map<String, NDArray> named = new LinkedHashMap<>();
        for (int i = 0; i < slots.size(); i++) {
            named.put(prefix + slots.get(i).name(), tensors.get(i));
        }
        return named;
    }

    private void removeOld() throws IOException {
        List<Path> all = newestFirst();
        for (Path old : all.subList(Math.min(keep, all.size()), all.size())) {
            WholeFile.deleteTree(old);
        }
    }

    private List<Path> newestFirst() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().matches(prefix() + "\\d+"))
                    .sorted((a, b) -> Long.compare(stepOf(b), stepOf(a)))
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
        for (Map.Entry<String, String> file : state.files().entrySet()) {
            Path at = path.resolve(file.getKey());
            if (!Files.isRegularFile(at) || !sha256(at).equals(file.getValue())) {
                return null;
            }
        }
        return state;
    }

    private static Restored restore(Trainee trainee, Path path, State state) throws Failure, IOException {
        List<Slot> slots = trainee.slots();
        List<Slot> moments = new ArrayList<>(renamed("m.", slots));
        moments.addAll(renamed("v.", slots));
        List<NDArray> parameters = read(trainee, path, WEIGHTS, slots);
        List<NDArray> both = read(trainee, path, MOMENTS, moments);
        AdamW optimizer = new AdamW(both.subList(0, slots.size()), both.subList(slots.size(), both.size()));
        trainee.parameters().forEach(NDArray::close);
        return new Restored(trainee.with(parameters), optimizer, state);
    }

    private static List<Slot> renamed(String prefix, List<Slot> slots) {
        return slots.stream()
                .map(slot -> new Slot(prefix + slot.name(), slot.kind(), slot.rows(), slot.columns()))
                .toList();
    }

    private static List<NDArray> read(Trainee trainee, Path path, String name, List<Slot> slots)
            throws Failure, IOException {
        return new TensorFiles(trainee.torch(), path, name).read(slots, TensorType.F32, other -> false);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
