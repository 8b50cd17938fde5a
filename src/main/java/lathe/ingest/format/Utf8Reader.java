package lathe.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import lathe.ingest.item.CorruptException;
import org.jspecify.annotations.Nullable;

/**
 * Reads UTF-8 as characters, and knows where bytes were that are none. Where the stream breaks, what stands before
 * comes first.
 */
final class Utf8Reader extends Reader {
    private static final int BUFFER = 1 << 15;
    private static final int MOST_PER_CHARACTER = 4;
    private static final int MOST_FAULTS = 1 << 13; // more than a parser reads ahead

    /** Thrown where more was read than was allowed. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private final Deque<Long> faults = new ArrayDeque<>();
    private long given;
    private long most = Long.MAX_VALUE;
    private boolean ended;
    private @Nullable CorruptException broken;

    Utf8Reader(InputStream in) {
        this.in = in;
    }

    /** Lets no more characters be read than these, counted from the beginning. */
    void allow(long characters) {
        most = characters;
    }

    /** Whether bytes that are no characters stood before a place; asked with growing places, each is told once. */
    boolean hadFault(long before) {
        boolean had = false;
        while (!faults.isEmpty() && faults.element() < before) {
            faults.remove();
            had = true;
        }
        return had;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (given > most) {
            throw new TooLongException();
        }
        CharBuffer chars = CharBuffer.wrap(into, from, length);
        while (chars.position() == 0 && !(ended && !bytes.hasRemaining())) {
            decode(chars);
        }
        if (chars.position() == 0 && broken != null) {
            throw broken;
        }
        given += chars.position();
        return chars.position() == 0 ? -1 : chars.position();
    }

    private void decode(CharBuffer chars) throws IOException {
        if (!ended && bytes.remaining() < MOST_PER_CHARACTER) {
            fill();
        }
        CoderResult result = decoder.decode(bytes, chars, ended);
        if (result.isError() && chars.hasRemaining()) {
            bytes.position(bytes.position() + result.length());
            if (faults.size() == MOST_FAULTS) {
                faults.remove(); // of an element that has others
            }
            faults.add(given + chars.position());
            chars.put('\uFFFD');
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        try {
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = count < 0;
            bytes.position(bytes.position() + Math.max(0, count));
        } catch (CorruptException e) {
            broken = e;
            ended = true;
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
