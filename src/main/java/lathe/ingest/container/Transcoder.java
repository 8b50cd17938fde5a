package lathe.ingest.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text of another set as UTF-8. What is no character in it becomes one byte FF. */
final class Transcoder extends InputStream {
    private static final int BUFFER = 1 << 16;
    private static final int MOST_PER_BYTE = 4;
    private static final byte BROKEN = (byte) 0xFF;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder =
            StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
    private final int unit;
    private final ByteBuffer source = ByteBuffer.allocate(BUFFER).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER);
    private final ByteBuffer target =
            ByteBuffer.allocate(MOST_PER_BYTE * BUFFER + BUFFER).limit(0);
    private boolean ended;

    Transcoder(InputStream in, Charset charset) {
        this.in = in;
        decoder = charset.newDecoder();
        unit = charset.name().startsWith("UTF-32") ? 4 : charset.name().startsWith("UTF-16") ? 2 : 1;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        while (!target.hasRemaining()) {
            if (ended) {
                return -1;
            }
            transcodeMore();
        }
        int count = Math.min(length, target.remaining());
        target.get(bytes, from, count);
        return count;
    }

    private void transcodeMore() throws IOException {
        source.compact();
        int count = in.read(source.array(), source.position(), source.remaining());
        source.position(source.position() + Math.max(0, count)).flip();
        ended = count < 0;
        target.clear();
        CoderResult result = CoderResult.OVERFLOW;
        while (!result.isUnderflow()) {
            result = decoder.decode(source, chars, ended);
            encode();
            if (result.isError()) {
                target.put(BROKEN);
                skipBroken(result.length());
            }
        }
        if (ended) {
            decoder.flush(chars);
            encode();
        }
        target.flip();
    }

    private void encode() {
        encoder.encode(chars.flip(), target, ended);
        chars.compact();
    }

    /** Never passes over a line end: what is broken stays on its line. A half pair's neighbour may be one. */
    private void skipBroken(int length) {
        int at = source.position() + Math.min(unit, source.remaining());
        int end = source.position() + length;
        while (unit == 1 && at < end && source.get(at) != '\n') {
            at++;
        }
        source.position(at);
    }
}
