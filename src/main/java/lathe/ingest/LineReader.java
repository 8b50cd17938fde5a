package lathe.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads UTF-8 lines and says which are none. A byte order mark is skipped, ends are LF or CRLF. */
final class LineReader {
    static final int MOST_BYTES = 64 << 20;
    private static final int BOM_BYTES = 3;

    /**
     * A line without its end.
     *
     * @param fault why it is no text, or null: {@code invalid-utf8}, {@code nul} or {@code too-long}
     */
    record Line(long number, String text, @Nullable String fault) {}

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private byte[] line = new byte[1 << 12];
    private int length;
    private long number;
    private boolean tooLong;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        length = 0;
        tooLong = false;
        if (at == end && !fill()) {
            return null;
        }
        number++;
        boolean more = true;
        while (more) {
            int stop = indexOfEnd();
            append(stop);
            more = stop == end;
            at = more ? end : stop + 1;
            more = more && fill();
        }
        return finish();
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private int indexOfEnd() {
        int i = at;
        while (i < end && buffer[i] != '\n') {
            i++;
        }
        return i;
    }

    private void append(int stop) {
        int more = stop - at;
        if (tooLong || (long) length + more > MOST_BYTES) {
            tooLong = true;
            return;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
        }
        System.arraycopy(buffer, at, line, length, more);
        length += more;
    }

    private Line finish() {
        int from = number == 1 && startsWithMark() ? BOM_BYTES : 0;
        int to = length > from && line[length - 1] == '\r' && !tooLong ? length - 1 : length;
        String text = new String(line, from, tooLong ? Math.min(to, 1 << 12) : to - from, StandardCharsets.UTF_8);
        return new Line(number, text, tooLong ? "too-long" : fault(text, from, to));
    }

    private boolean startsWithMark() {
        return length >= BOM_BYTES && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF;
    }

    private @Nullable String fault(String text, int from, int to) {
        if (text.indexOf('\uFFFD') >= 0 && !isUtf8(ByteBuffer.wrap(line, from, to - from))) {
            return "invalid-utf8";
        }
        return text.indexOf('\0') >= 0 ? "nul" : null;
    }

    private static boolean isUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
