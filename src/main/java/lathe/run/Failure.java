package lathe.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something the user can mend: what happened, where, what is safe, and what to do.
 *
 * <p>Bugs are not failures: they stay unchecked exceptions and end with status 1.
 */
public final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    /** Which side has to give way, and with it the exit status. */
    public enum Kind {
        /** The command line cannot be understood, or asks for what a later version brings. */
        USAGE(2),
        /** A file, line or key is not what was expected. */
        BAD_INPUT(3),
        /** Memory, disk or device ran out or is in use. */
        RESOURCES(4);

        private final int exitStatus;

        Kind(int exitStatus) {
            this.exitStatus = exitStatus;
        }

        /** The status with which the program ends. */
        public int exitStatus() {
            return exitStatus;
        }
    }

    private final Kind kind;
    private final String what;
    private final String where;
    private final String safe;
    private final List<String> mend;

    /**
     * A failure with all its parts.
     *
     * @param what what happened, in a sentence
     * @param where file:line, key or step; empty where there is no place to name
     * @param safe what is kept in spite of it; empty where nothing was at stake
     * @param mend things to do, most likely first
     */
    public Failure(Kind kind, String what, String where, String safe, List<String> mend, @Nullable Throwable cause) {
        super(what + (where.isEmpty() ? "" : " (" + where + ")"), cause);
        this.kind = kind;
        this.what = what;
        this.where = where;
        this.safe = safe;
        this.mend = List.copyOf(mend);
    }

    /** Input that is not what was expected. */
    public static Failure badInput(String what, String where, String... mend) {
        return new Failure(Kind.BAD_INPUT, what, where, "", List.of(mend), null);
    }

    /** Memory, disk or device that is exhausted or in use. */
    public static Failure resources(String what, String where, String... mend) {
        return new Failure(Kind.RESOURCES, what, where, "", List.of(mend), null);
    }

    /** Something that is planned and named but not in this version. */
    public static Failure later(String what) {
        return new Failure(
                Kind.USAGE, what + ": not in this version", "", "", List.of("lathe --help lists what is"), null);
    }

    /** What an input or output error means to the user: a full disk, a missing file, or an unreadable place. */
    public static Failure of(IOException error, String safe) {
        String where = error instanceof FileSystemException file && file.getFile() != null ? file.getFile() : "";
        String reason = String.valueOf(error.getMessage());
        if (reason.toLowerCase(Locale.ROOT).contains("no space left")
                || reason.toLowerCase(Locale.ROOT).contains("disk quota")
                || reason.toLowerCase(Locale.ROOT).contains("not enough space")) {
            List<String> mend =
                    List.of("free some space, then run the same command with --resume", "or choose another --out");
            return new Failure(Kind.RESOURCES, "The disk is full", where.isEmpty() ? reason : where, safe, mend, error);
        }
        if (error instanceof NoSuchFileException) {
            List<String> mend = List.of("check the path; a path in a recipe is relative to the recipe's own file");
            return new Failure(Kind.BAD_INPUT, "The file does not exist", where, safe, mend, error);
        }
        List<String> mend = List.of("check that the path exists and may be read and written");
        return new Failure(Kind.BAD_INPUT, reason, where, safe, mend, error);
    }

    /** What an input or output error inside a stream means to the user. */
    public static Failure of(UncheckedIOException error, String safe) {
        IOException cause = error.getCause();
        return of(cause == null ? new IOException(error) : cause, safe);
    }

    /** The same failure, saying what is safe. */
    public Failure keeping(String nowSafe) {
        return new Failure(kind, what, where, nowSafe, mend, getCause());
    }

    public Kind kind() {
        return kind;
    }

    public String what() {
        return what;
    }

    public String where() {
        return where;
    }

    public String safe() {
        return safe;
    }

    public List<String> mend() {
        return mend;
    }

    /** All parts as lines for a console. */
    public String describe() {
        StringBuilder text = new StringBuilder(what);
        if (!where.isEmpty()) {
            text.append("\n  where: ").append(where.replace("\n", "\n         "));
        }
        if (!safe.isEmpty()) {
            text.append("\n  safe:  ").append(safe);
        }
        if (!mend.isEmpty()) {
            text.append(mend.stream().collect(Collectors.joining("\n         ", "\n  mend:  ", "")));
        }
        return text.toString();
    }
}
