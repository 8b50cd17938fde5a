package lathe.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends whole lines to a file; each line is on its way to the disk when {@link #append} returns. */
public final class JsonLinesWriter implements AutoCloseable {
    private final OutputStream out;

    /** Opens a file for appending; a torn last line, left by a crash, is cut off first. */
    public JsonLinesWriter(Path file) throws IOException {
        cutTornLine(file);
        out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Appends a value as one line. */
    public synchronized void append(Object value) throws IOException {
        out.write((Json.line(value) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    static void cutTornLine(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (RandomAccessFile data = new RandomAccessFile(file.toFile(), "rw")) {
            long end = data.length();
            while (end > 0) {
                data.seek(end - 1);
                if (data.read() == '\n') {
                    break;
                }
                end--;
            }
            if (end < data.length()) {
                data.setLength(end);
            }
        }
    }
}
