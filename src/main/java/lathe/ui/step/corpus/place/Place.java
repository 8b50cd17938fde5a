package lathe.ui.step.corpus.place;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import lathe.data.browse.FileLines;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/**
 * Where an item comes from.
 *
 * @param file its path; within an archive after {@code !/}
 * @param line where it begins, from 1
 * @param charset of the file; empty where nobody knows
 * @param stored what there is to show where the file has no lines that people read
 */
public record Place(String file, long line, String charset, String stored) {
    private static final int AROUND = 60;
    private static final int LOOKED_AT = 4096;
    private static final Set<String> NO_LINES =
            Set.of("pdf", "docx", "epub", "parquet", "zip", "gz", "tgz", "zst", "bz2", "xz", "7z", "tar");

    /** The file on the disk: for a file within an archive, the archive. */
    public Path onDisk() {
        int entry = file.indexOf("!/");
        return Path.of(entry < 0 ? file : file.substring(0, entry));
    }

    /** Its name, and its line. */
    public String shortName() {
        return shortName(file, line);
    }

    /** The name of a file and a line in it. */
    public static String shortName(String file, long line) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return name + ":" + line;
    }

    /** The lines around it; what is stored where the file shows none. */
    public Shown read(RunContext context) throws IOException, RunCancelledException {
        Path path = onDisk();
        if (file.contains("!/") || hasNoLines() || !Files.isRegularFile(path)) {
            return asStored();
        }
        Charset known = known();
        if (!known.name().startsWith("UTF-16") && hasNul(path)) {
            return asStored();
        }
        FileLines lines = FileLines.read(path, known, line, AROUND, context);
        return lines.has(line) ? new Shown(lines, true, Files.isRegularFile(path)) : asStored();
    }

    private Shown asStored() {
        return new Shown(new FileLines(1, stored.lines().toList()), false, Files.exists(onDisk()));
    }

    private boolean hasNoLines() {
        return NO_LINES.contains(file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private Charset known() {
        try {
            return charset.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(charset);
        } catch (UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static boolean hasNul(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            for (byte value : in.readNBytes(LOOKED_AT)) {
                if (value == 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * What can be shown of a place.
     *
     * @param ofFile whether these are lines of the file, not of what is stored
     * @param exists whether the file is still there
     */
    public record Shown(FileLines lines, boolean ofFile, boolean exists) {}
}
