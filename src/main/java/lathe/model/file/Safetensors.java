package lathe.model.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import lathe.program.TensorType;
import lathe.run.Failure;
import lathe.run.Json;

/**
 * A safetensors file for reading: an eight-byte length, a JSON header, and the tensors' bytes, mapped into memory one
 * tensor at a time.
 */
public final class Safetensors implements AutoCloseable {
    private static final long LONGEST_HEADER = 100_000_000;

    /**
     * Where a tensor lies.
     *
     * @param begin first byte in the file
     * @param end byte after its last
     */
    public record Entry(String name, TensorType type, List<Long> shape, long begin, long end) {
        /** How many there are. */
        public long size() {
            return end - begin;
        }

        /** Sizes of the dimensions. */
        public long[] sizes() {
            return shape.stream().mapToLong(Long::longValue).toArray();
        }
    }

    private final Path file;
    private final FileChannel channel;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private Safetensors(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens a file and checks its header. */
    public static Safetensors open(Path file) throws Failure, IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        Safetensors tensors = new Safetensors(file, channel);
        try {
            tensors.readHeader();
        } catch (JsonProcessingException e) {
            channel.close();
            throw tensors.broken("its header is not JSON");
        } catch (Failure | IOException e) {
            channel.close();
            throw e;
        }
        return tensors;
    }

    private void readHeader() throws Failure, IOException {
        long length = channel.size() < Long.BYTES ? -1 : read(0, Long.BYTES).getLong();
        if (length < 2 || length > LONGEST_HEADER || Long.BYTES + length > channel.size()) {
            throw broken("its header has an impossible length");
        }
        byte[] text = new byte[(int) length];
        read(Long.BYTES, (int) length).get(text);
        JsonNode header = Json.parse(new String(text, StandardCharsets.UTF_8));
        long data = Long.BYTES + length;
        for (Map.Entry<String, JsonNode> field : header.properties()) {
            if (!field.getKey().equals("__metadata__")) {
                entries.put(field.getKey(), entry(field.getKey(), field.getValue(), data));
            }
        }
    }

    private Entry entry(String name, JsonNode json, long data) throws Failure {
        String type = json.path("dtype").asText();
        if (!TensorType.isKnown(type)) {
            throw Failure.badInput(
                    "The tensor " + name + " has the type " + type, file.toString(), "supported: F32, F16, BF16");
        }
        List<Long> shape = StreamSupport.stream(json.path("shape").spliterator(), false)
                .map(JsonNode::asLong)
                .toList();
        JsonNode offsets = json.path("data_offsets");
        Entry entry = new Entry(
                name,
                TensorType.valueOf(type),
                shape,
                data + offsets.path(0).asLong(-1),
                data + offsets.path(1).asLong(-1));
        checkPlace(entry, data);
        return entry;
    }

    private void checkPlace(Entry entry, long data) throws Failure {
        long numbers = entry.shape().stream().reduce(1L, (a, b) -> a * b);
        try {
            boolean inFile = entry.begin() >= data && entry.end() <= channel.size();
            if (!inFile || entry.end() - entry.begin() != numbers * entry.type().bytes()) {
                throw broken("the tensor " + entry.name() + " does not lie within it");
            }
        } catch (IOException e) {
            throw Failure.of(e, "");
        }
    }

    private Failure broken(String how) {
        return Failure.badInput(
                "The safetensors file is broken: " + how, file.toString(), "copy the file again from where it came");
    }

    private ByteBuffer read(long from, int length) throws IOException {
        // a mapping holds no memory of the process' own, and goes when nothing refers to it
        return channel.map(FileChannel.MapMode.READ_ONLY, from, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Names and places of all tensors. */
    public Map<String, Entry> entries() {
        return Collections.unmodifiableMap(entries);
    }

    /**
     * Bytes of a tensor, little-endian, mapped. A tensor may have more of them than a buffer can hold.
     *
     * @param from first byte, counted from the tensor's own first
     */
    public ByteBuffer bytes(Entry entry, long from, int length) throws IOException {
        if (from < 0 || length < 0 || from + length > entry.size()) {
            throw new IndexOutOfBoundsException("not within the tensor " + entry.name());
        }
        return read(entry.begin() + from, length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
