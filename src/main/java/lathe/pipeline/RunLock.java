package lathe.pipeline;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import lathe.run.Failure;
import lathe.run.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lock by which one process owns a run folder: {@code run.lock} with pid, start time and a heartbeat. */
final class RunLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);
    private static final Duration BEAT = Duration.ofSeconds(2);
    /** A machine can sleep or swap for long: only a dead process or a very old beat frees the lock. */
    private static final Duration DEAD = Duration.ofMinutes(10);

    /**
     * Who owns the folder.
     *
     * @param started start of the process, in milliseconds since 1970: tells it from a later one with its pid
     * @param heartbeat the last sign of life, likewise
     */
    record Owner(long pid, long started, long heartbeat) {

        static Owner me() {
            ProcessHandle me = ProcessHandle.current();
            return new Owner(me.pid(), startOf(me), Instant.now().toEpochMilli());
        }

        boolean isAlive() {
            Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
            boolean same = process.isPresent() && startOf(process.get()) == started;
            return same && Instant.now().toEpochMilli() - heartbeat < DEAD.toMillis();
        }

        private static long startOf(ProcessHandle process) {
            return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        }
    }

    private final Path file;
    private final ScheduledExecutorService heart;
    private final ScheduledFuture<?> beats;

    private RunLock(Path file) {
        this.file = file;
        heart = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        beats = heart.scheduleAtFixedRate(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes the lock of a folder, or tells who holds it. */
    static RunLock take(Path folder) throws IOException, Failure {
        Files.createDirectories(folder);
        Path file = folder.resolve("run.lock");
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                Files.writeString(file, Json.line(Owner.me()), StandardOpenOption.CREATE_NEW);
                return new RunLock(file);
            } catch (FileAlreadyExistsException e) {
                Optional<Owner> owner = owner(folder);
                if (owner.isPresent() && owner.get().isAlive()) {
                    throw inUse(folder, owner.get());
                }
                Files.deleteIfExists(file);
            }
        }
        throw Failure.badInput("Another process took this run at the same moment", folder.toString(), "try again");
    }

    /** Who holds a folder's lock, dead or alive. */
    static Optional<Owner> owner(Path folder) throws IOException {
        try {
            return Optional.of(Json.read(folder.resolve("run.lock"), Owner.class));
        } catch (NoSuchFileException | JacksonException e) {
            // no lock, or one that is being written at this moment
            return Optional.empty();
        }
    }

    private static Failure inUse(Path folder, Owner owner) {
        return Failure.badInput(
                "This run is owned by process " + owner.pid() + ", which is alive",
                folder.toString(),
                "wait for it, or stop it: create the file control/stop in that folder");
    }

    private void beat() {
        try {
            Json.write(file, Owner.me());
        } catch (IOException e) {
            LOG.warn("heartbeat of {} could not be written: {}", file, e.getMessage());
        }
    }

    @Override
    public void close() {
        beats.cancel(false);
        heart.shutdown();
        try {
            if (!heart.awaitTermination(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                heart.shutdownNow();
            }
            Files.deleteIfExists(file);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
