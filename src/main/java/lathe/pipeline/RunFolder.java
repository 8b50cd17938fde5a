package lathe.pipeline;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import lathe.recipe.Recipe;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.StopRequest;
import lathe.run.WholeFile;

/**
 * The folder of one run: the only thing that the process that computes and those that watch it share.
 *
 * @param folder {@code runs/<name>} of a project
 */
public record RunFolder(Path folder) {
    private static final int TAIL = 1 << 16;

    /** The frozen recipe's file. */
    public Path recipeFile() {
        return folder.resolve("recipe.yaml");
    }

    /** The frozen recipe: paths are absolute. */
    public Recipe recipe() throws IOException, Failure {
        return RecipeFile.read(recipeFile(), Map.of());
    }

    /** The project that it belongs to: two folders up, from {@code runs/<name>} or {@code jobs/<step>}. */
    public Project project() {
        return Project.at(folder.toAbsolutePath().normalize().resolve("..").resolve(".."));
    }

    public Path events() {
        return folder.resolve("events.jsonl");
    }

    public Path metrics() {
        return folder.resolve("metrics.jsonl");
    }

    /** Folder of the worker's own streams. */
    public Path logs() {
        return folder.resolve("log");
    }

    /** What the worker wrote to its standard error. */
    public Path workerLog() {
        return logs().resolve("worker.log");
    }

    public Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    /** Where a full stage leaves its model. */
    public Path model(int stage) {
        return folder.resolve("model").resolve("stage-" + stage);
    }

    /** Where a LoRA stage leaves its adapter. */
    public Path adapter(int stage) {
        return folder.resolve("adapter").resolve("stage-" + stage);
    }

    /** The name under which it is listed. */
    public String name() {
        return folder.getFileName().toString();
    }

    /** How the run stands. */
    public RunState state() throws IOException {
        Optional<RunLock.Owner> owner = RunLock.owner(folder);
        if (owner.isPresent() && owner.get().isAlive()) {
            return RunState.RUNNING;
        }
        Optional<Event> last = lastEvent();
        if (last.isEmpty()) {
            return owner.isPresent() ? RunState.CRASHED : RunState.NEW;
        }
        if (last.get() instanceof Event.Done done) {
            return done.cancelled() ? RunState.CANCELLED : RunState.DONE;
        }
        return last.get() instanceof Event.Failed ? RunState.FAILED : RunState.CRASHED;
    }

    /** Asks the owner to end; it does so at its next safe point. */
    public void requestStop(StopRequest how) throws IOException {
        Path stop = folder.resolve("control").resolve("stop");
        Files.createDirectories(stop.getParent());
        WholeFile.write(stop, how.name());
    }

    /** What was asked for. */
    StopRequest stopRequest() {
        Path stop = folder.resolve("control").resolve("stop");
        if (!Files.exists(stop)) {
            return StopRequest.NONE;
        }
        try {
            // an empty file, as a person would make it, means the careful way
            return Files.readString(stop).strip().equals(StopRequest.DISCARD.name())
                    ? StopRequest.DISCARD
                    : StopRequest.SAVE;
        } catch (IOException e) {
            return StopRequest.SAVE;
        }
    }

    /** Whether the owner is asked to wait. */
    public boolean pauseRequested() {
        return Files.exists(pauseFile());
    }

    /** Asks the owner to wait between two steps, keeping all it has. */
    public void requestPause() throws IOException {
        Files.createDirectories(pauseFile().getParent());
        WholeFile.write(pauseFile(), "");
    }

    /** Takes the request to wait back. */
    public void endPause() throws IOException {
        Files.deleteIfExists(pauseFile());
    }

    private Path pauseFile() {
        return folder.resolve("control").resolve("pause");
    }

    /** Forgets requests to an earlier owner; for whoever starts the next one. */
    public void clearRequests() throws IOException {
        WholeFile.deleteTree(folder.resolve("control"));
    }

    /** The last event, if any line is whole. */
    public Optional<Event> lastEvent() throws IOException {
        if (!Files.exists(events())) {
            return Optional.empty();
        }
        String tail = tail();
        int end = tail.lastIndexOf('\n');
        if (end < 0) {
            return Optional.empty();
        }
        int start = tail.lastIndexOf('\n', end - 1) + 1;
        return Optional.of(EventLog.parse(tail.substring(start, end)));
    }

    private String tail() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(events().toFile(), "r")) {
            long from = Math.max(0, file.length() - TAIL);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
