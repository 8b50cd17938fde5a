package lathe.ingest.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text as UTF-8, its set decided at the first byte beyond ASCII, by what stands around it. */
final class DetectedStream extends InputStream {
    private final Window window;
    private final boolean returns;
    private @Nullable InputStream decided;
    private Charset charset = StandardCharsets.UTF_8;

    DetectedStream(InputStream in) throws IOException {
        window = new Window(in);
        window.fill();
        Charset wide = WideGuess.of(window.bytes(), window.to());
        window.skipReady(mark(wide));
        returns = wide == null && ReturnsStream.alone(window.bytes(), window.from(), window.to());
        if (wide != null) {
            decided = decide(wide);
        } else if (Ascii.end(window.bytes(), window.from(), window.to()) < window.to()) {
            decided = decide(CharsetGuess.of(window.bytes(), window.from(), window.to()));
        }
    }

    /** Length of the mark at the beginning. */
    private int mark(@Nullable Charset wide) {
        byte[] bytes = window.bytes();
        Charset set = wide == null ? StandardCharsets.UTF_8 : wide;
        byte[] mark = "\uFEFF".getBytes(set);
        for (int i = 0; i < mark.length; i++) {
            if (i == window.to() || bytes[i] != mark[i]) {
                return 0;
            }
        }
        return mark.length;
    }

    private InputStream decide(Charset found) {
        charset = found;
        return found.equals(StandardCharsets.UTF_8) ? window : new Transcoder(window, found);
    }

    String charset() {
        return charset.name();
    }

    /** Whether its beginning has carriage returns and no line feed. */
    boolean endsLinesWithReturns() {
        return returns;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (decided != null) {
            return decided.read(bytes, from, length);
        }
        int count = window.read(bytes, from, length);
        int plain = count <= 0 ? count : Ascii.end(bytes, from, from + count) - from;
        if (plain == count) {
            return count;
        }
        window.unread(bytes, from + plain, from + count);
        window.fill();
        decided = decide(CharsetGuess.of(window.bytes(), window.from(), window.to()));
        return plain > 0 ? plain : decided.read(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
