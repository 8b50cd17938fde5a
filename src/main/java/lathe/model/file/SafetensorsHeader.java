package lathe.model.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import lathe.program.TensorType;
import lathe.run.Json;

/** The beginning of a safetensors file: a length, and where each of the tensors lies that follow one another. */
public final class SafetensorsHeader {
    private static final int ALIGNMENT = 8;

    private final ObjectNode json = Json.mapper().createObjectNode();
    private long end;

    /** A header with the metadata that transformers and PEFT ask for. */
    public SafetensorsHeader() {
        json.putObject("__metadata__").put("format", "pt");
    }

    /** Adds a tensor behind those added before. */
    public void add(String name, TensorType type, long[] shape) {
        long begin = end;
        long numbers = 1;
        ObjectNode place = json.putObject(name).put("dtype", type.name());
        ArrayNode sizes = place.putArray("shape");
        for (long size : shape) {
            sizes.add(size);
            numbers *= size;
        }
        end = begin + numbers * type.bytes();
        place.putArray("data_offsets").add(begin).add(end);
    }

    /** Bytes of all tensors. */
    public long dataBytes() {
        return end;
    }

    /** What stands before the first tensor. */
    public ByteBuffer bytes() {
        byte[] text = Json.line(json).getBytes(StandardCharsets.UTF_8);
        int padded = (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        ByteBuffer header = ByteBuffer.allocate(Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(padded).put(text);
        while (header.hasRemaining()) {
            header.put((byte) ' ');
        }
        return header.flip();
    }
}
