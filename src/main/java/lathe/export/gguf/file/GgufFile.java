package lathe.export.gguf.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lathe.run.Failure;

/**
 * A GGUF file for reading, version 2 or 3, little-endian, as ggml's {@code gguf.md} describes it. The header is read at
 * once and checked whole: names are there once, tensors lie within the file and none over another. Rows are read and
 * turned into floats when they are asked for.
 */
public final class GgufFile implements AutoCloseable {
    private static final String ALIGNMENT = "general.alignment";

    private final Path file;
    private final FileChannel channel;
    private final Map<String, GgufValue> metadata = HeaderReader.inOrder();
    private final Map<String, TensorInfo> tensors = HeaderReader.inOrder();
    private long data;

    private GgufFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens a file and checks its header.
     *
     * @throws Failure where it is no such file, or a broken one
     */
    public static GgufFile open(Path file) throws Failure, IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        GgufFile opened = new GgufFile(file, channel);
        try {
            opened.readHeader();
        } catch (Failure | IOException e) {
            channel.close();
            throw e;
        }
        return opened;
    }

    private void readHeader() throws Failure, IOException {
        HeaderCursor in = new HeaderCursor(file, channel);
        new HeaderReader(in).read(metadata, tensors);
        long alignment = HeaderBytes.ALIGNMENT;
        if (metadata.containsKey(ALIGNMENT)) {
            alignment = metadata().whole(ALIGNMENT);
            if (alignment < 1 || Long.bitCount(alignment) != 1) {
                throw in.broken("its alignment is " + alignment);
            }
        }
        data = in.place() + Math.floorMod(-in.place(), alignment);
        checkPlaces(in, alignment);
    }

    private void checkPlaces(HeaderCursor in, long alignment) throws Failure, IOException {
        List<TensorInfo> inOrder = tensors.values().stream()
                .sorted(Comparator.comparingLong(TensorInfo::offset))
                .toList();
        long end = 0;
        for (TensorInfo tensor : inOrder) {
            checkShape(in, tensor);
            if (tensor.offset() < end || tensor.offset() % alignment != 0) {
                throw in.broken("the tensor " + tensor.name() + " begins where it must not");
            }
            if (tensor.offset() > channel.size() - data - tensor.bytes()) {
                throw in.broken("the tensor " + tensor.name() + " does not lie within it");
            }
            end = tensor.offset() + tensor.bytes();
        }
    }

    private static void checkShape(HeaderCursor in, TensorInfo tensor) throws Failure {
        long numbers = 1;
        for (long size : tensor.shape()) {
            if (size < 1 || size > Integer.MAX_VALUE || numbers > Long.MAX_VALUE / Long.BYTES / size) {
                throw in.broken("the tensor " + tensor.name() + " has the impossible shape " + tensor.shape());
            }
            numbers *= size;
        }
        boolean fits = tensor.type().fits(tensor.rowLength());
        if (!fits || tensor.type().bytes(tensor.rowLength()) > Integer.MAX_VALUE) {
            throw in.broken("rows of the tensor " + tensor.name() + " are no whole blocks of " + tensor.type());
        }
    }

    /** What the file says of itself. */
    public GgufMetadata metadata() {
        return new GgufMetadata(file, metadata);
    }

    /** Its tensors by name, in the order of the file. */
    public Map<String, TensorInfo> tensors() {
        return Collections.unmodifiableMap(tensors);
    }

    /** The rows of one of its tensors, blocks turned into numbers; valid until the file is closed. */
    public RowSource rows(TensorInfo tensor) {
        long rowBytes = tensor.type().bytes(tensor.rowLength());
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(rowBytes)).order(ByteOrder.LITTLE_ENDIAN);
        return (row, into) -> {
            long place = data + tensor.offset() + (row * rowBytes);
            bytes.clear();
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, place + bytes.position()) < 0) {
                    throw Failure.badInput("The GGUF file became shorter while it was read", file.toString());
                }
            }
            Blocks.read(tensor.type(), bytes.flip(), into);
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
