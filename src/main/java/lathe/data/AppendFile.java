package lathe.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import lathe.run.Json;

/** A file that grows at its end, and can be cut back to go on from an earlier end. Used by one thread. */
public final class AppendFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final ByteBuffer pending = ByteBuffer.allocate(BUFFER);
    private long length;

    /** Opens a file; whatever stands behind a place is cut off. */
    public AppendFile(Path file, long from) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(from);
        channel.position(from);
        length = from;
    }

    /** Appends a value as a line of JSON. */
    public void line(Object value) throws IOException {
        write(ByteBuffer.wrap((Json.line(value) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** Appends bytes. */
    public void write(ByteBuffer bytes) throws IOException {
        length += bytes.remaining();
        if (bytes.remaining() > pending.remaining()) {
            flush();
        }
        if (bytes.remaining() > pending.remaining()) {
            drain(bytes);
        } else {
            pending.put(bytes);
        }
    }

    private void flush() throws IOException {
        pending.flip();
        drain(pending);
        pending.clear();
    }

    private void drain(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** How long the file is, with what is still in memory. */
    public long length() {
        return length;
    }

    /** Hands everything to the operating system; how long the file is. */
    public long flushed() throws IOException {
        flush();
        return length;
    }

    /** Puts everything on the disk, so that it outlasts a loss of power; how long the file is. */
    public long sync() throws IOException {
        flush();
        channel.force(false);
        return length;
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            if (channel.isOpen()) {
                flush();
            }
        }
    }
}
