package lathe.train.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import lathe.run.Failure;
import lathe.run.RunContext;

/**
 * Looks whether what is to be written fits on the disk, before a byte of it is written.
 *
 * @param space tells the bytes that are free where a folder lies
 */
public record DiskBudget(Space space) {
    private static final double MIB = 1 << 20;
    /** Headers, events and logs beside the tensors. */
    private static final long BESIDE = 1 << 20;

    /** The disk's own answer. */
    public static final DiskBudget OF_THE_DISK =
            new DiskBudget(folder -> Files.getFileStore(folder).getUsableSpace());

    /** Tells the bytes that are free. */
    @FunctionalInterface
    public interface Space {
        long usable(Path folder) throws IOException;
    }

    /** Refuses to write what does not fit. */
    public void check(Path folder, long bytes) throws Failure, IOException {
        long free = free(folder);
        if (free < bytes + BESIDE) {
            throw Failure.resources(
                    "The next checkpoint needs " + mib(bytes + BESIDE) + ", the disk has " + mib(free),
                    folder.toString(),
                    "free " + mib(bytes + BESIDE - free) + ", then run the same command with --resume",
                    "or choose another --out",
                    "optimizer: adamw-8bit makes checkpoints smaller");
        }
    }

    /** Warns at the start where there is no room for all checkpoints that will lie there at once. */
    public void warn(Path folder, long bytes, int checkpoints, String key, RunContext context) throws IOException {
        long needed = checkpoints * bytes + BESIDE;
        long free = free(folder);
        if (free < needed) {
            context.warn(
                    "Up to " + checkpoints + " checkpoints will need " + mib(needed) + ", the disk has " + mib(free)
                            + " in " + folder,
                    key,
                    "free some space before they are written",
                    "lower keep, or raise checkpoint-every");
        }
    }

    private long free(Path folder) throws IOException {
        for (Path there = folder.toAbsolutePath(); there != null; there = there.getParent()) {
            if (Files.exists(there)) {
                return space.usable(there);
            }
        }
        return 0;
    }

    private static String mib(long bytes) {
        return String.format(Locale.ROOT, "%,.0f MiB", Math.ceil(bytes / MIB));
    }
}
