package lathe.ingest.container;

import java.io.IOException;
import java.io.InputStream;

/**
 * Text as UTF-8, whatever set it is stored in. UTF-8 itself goes through untouched. While nothing but ASCII was seen,
 * any set can still come to light. In text of another set, what is no character becomes the byte FF, which is none in
 * UTF-8 either: so the line that it stands on is rejected, and only that one. A mark at the beginning is taken away;
 * where lines end with a carriage return alone, they end with a line feed.
 *
 * <p>Where the stream below is broken, what stands before comes out first.
 */
public final class TextStream extends InputStream {
    private final DetectedStream detected;
    private final InputStream text;

    private TextStream(DetectedStream detected) {
        this.detected = detected;
        text = detected.endsLinesWithReturns() ? new ReturnsStream(detected) : detected;
    }

    /** Looks at the beginning of a stream; closes it when closed. */
    public static TextStream of(InputStream in) throws IOException {
        return new TextStream(new DetectedStream(in));
    }

    /** Whether bytes at the beginning of a file are text, of any set. */
    public static boolean isText(byte[] head) {
        if (WideGuess.of(head, head.length) != null) {
            return true;
        }
        int controls = 0;
        for (byte value : head) {
            boolean space = value >= '\t' && value <= '\r';
            controls += value >= 0 && value < ' ' && !space ? 1 : 0;
        }
        return controls * 100 <= head.length; // a form feed or an escape here and there
    }

    /** The set that the text was found to be in; {@code UTF-8} while it is ASCII. */
    public String charset() {
        return detected.charset();
    }

    @Override
    public int read() throws IOException {
        return text.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        return text.read(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
