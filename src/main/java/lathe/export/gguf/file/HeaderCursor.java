package lathe.export.gguf.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import lathe.run.Failure;

/** Reads a header from its beginning; each length is held against what is left of the file before it is believed. */
final class HeaderCursor {
    private static final int BUFFER = 1 << 16;
    private static final long LONGEST_TEXT = 1 << 26;

    private final Path file;
    private final FileChannel channel;
    private final long size;
    private final ByteBuffer bytes =
            ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long filled;

    HeaderCursor(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        size = channel.size();
    }

    /** Where the next byte stands. */
    long place() {
        return filled - bytes.remaining();
    }

    /** Bytes to the end of the file. */
    long left() {
        return size - place();
    }

    long u32() throws Failure, IOException {
        need(Integer.BYTES);
        return Integer.toUnsignedLong(bytes.getInt());
    }

    /** A count or length; one that is too large for a long is refused. */
    long u64() throws Failure, IOException {
        need(Long.BYTES);
        long value = bytes.getLong();
        if (value < 0) {
            throw broken("a length before byte " + place() + " is impossible");
        }
        return value;
    }

    /** A number of so many bytes, its sign as it stands. */
    long signed(int width) throws Failure, IOException {
        need(width);
        return switch (width) {
            case 1 -> bytes.get();
            case Short.BYTES -> bytes.getShort();
            case Integer.BYTES -> bytes.getInt();
            default -> bytes.getLong();
        };
    }

    String text() throws Failure, IOException {
        long length = u64();
        if (length > Math.min(left(), LONGEST_TEXT)) {
            throw broken("a text before byte " + place() + " claims " + length + " bytes");
        }
        byte[] text = new byte[(int) length];
        for (int at = 0; at < text.length; ) {
            need(1);
            int part = Math.min(bytes.remaining(), text.length - at);
            bytes.get(text, at, part);
            at += part;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
        } catch (CharacterCodingException e) {
            throw broken("a text before byte " + place() + " is not UTF-8");
        }
    }

    private void need(int count) throws Failure, IOException {
        if (bytes.remaining() >= count) {
            return;
        }
        bytes.compact();
        int read = 0;
        while (read >= 0 && bytes.position() < count) {
            read = channel.read(bytes, filled);
            filled += Math.max(0, read);
        }
        bytes.flip();
        if (bytes.remaining() < count) {
            throw broken("it ends in the middle of its header");
        }
    }

    String fileName() {
        return file.toString();
    }

    Failure broken(String how) {
        return Failure.badInput(
                "The GGUF file is broken: " + how, fileName(), "copy the file again from where it came");
    }
}
