package lathe.clean;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Ids in a file of its own, found again by their place; the file goes when this is closed. */
final class IdFile implements AutoCloseable {
    private final Path file;
    private final DataOutputStream out;
    private final RandomAccessFile in;
    private long end;
    private boolean unwritten;

    IdFile(Path file) throws IOException {
        this.file = file;
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        in = new RandomAccessFile(file.toFile(), "r");
    }

    /** Writes an id and tells its place. */
    long add(String id) throws IOException {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        long place = end;
        out.writeInt(bytes.length);
        out.write(bytes);
        end += Integer.BYTES + bytes.length;
        unwritten = true;
        return place;
    }

    /** The id at a place. */
    String get(long place) throws IOException {
        if (unwritten) {
            out.flush();
            unwritten = false;
        }
        in.seek(place);
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        out.close();
        in.close();
        Files.deleteIfExists(file);
    }
}
