package lathe.data.browse;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of a text file around one of them.
 *
 * @param first number of the first line here, from 1
 * @param lines as they stand; a long one ends in {@code …}
 */
public record FileLines(long first, List<String> lines) {
    private static final int BUFFER = 1 << 20;
    private static final int MOST_CHARACTERS = 20_000;

    /**
     * Reads the lines around a line. A file of gigabytes is passed over at the disk's speed; a line of gigabytes is
     * cut.
     *
     * @param around lines before and after it
     */
    public static FileLines read(Path file, Charset charset, long line, int around, RunContext context)
            throws IOException, RunCancelledException {
        long first = Math.max(1, line - around);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            // in UTF-16 and UTF-32 the byte of a line's end also stands within characters
            boolean wide = charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
            skip(in, wide ? 0 : first - 1, context);
            Reader text = new BufferedReader(new InputStreamReader(in, charset));
            for (long skipped = 1; wide && skipped < first; skipped++) {
                context.checkCancelled();
                next(text, 0);
            }
            List<String> lines = new ArrayList<>();
            String next = next(text, MOST_CHARACTERS);
            while (next != null && lines.size() < line - first + 1 + around) {
                lines.add(next);
                next = next(text, MOST_CHARACTERS);
            }
            return new FileLines(first, lines);
        }
    }

    /** Whether it holds the line. */
    public boolean has(long line) {
        return line >= first && line < first + lines.size();
    }

    private static void skip(InputStream in, long count, RunContext context) throws IOException, RunCancelledException {
        byte[] buffer = new byte[BUFFER];
        long left = count;
        while (left > 0) {
            context.checkCancelled();
            in.mark(BUFFER);
            int read = in.read(buffer);
            if (read < 0) {
                return;
            }
            int at = 0;
            while (at < read && left > 0) {
                left -= buffer[at++] == '\n' ? 1 : 0;
            }
            if (left == 0) {
                in.reset();
                in.skipNBytes(at);
            }
        }
    }

    /** The next line, no more of it than so many characters. */
    private static @Nullable String next(Reader text, int most) throws IOException {
        int next = text.read();
        if (next < 0) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        boolean cut = false;
        for (; next >= 0 && next != '\n'; next = text.read()) {
            cut = line.length() >= most;
            if (!cut && next != '\r') {
                line.append((char) next);
            }
        }
        return cut ? line + " …" : line.toString();
    }
}
