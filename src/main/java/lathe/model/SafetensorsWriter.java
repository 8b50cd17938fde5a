package lathe.model;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import lathe.program.Tensors;
import lathe.run.Json;
import lathe.run.WholeFile;

/** Writes float32 tensors as a safetensors file that appears whole or not at all. */
public final class SafetensorsWriter {
    private static final int ALIGNMENT = 8;

    private SafetensorsWriter() {}

    /** Writes tensors, sorted by name, with the metadata that transformers and PEFT ask for. */
    public static void write(Path file, Map<String, NDArray> tensors) throws IOException {
        SortedMap<String, NDArray> sorted = new TreeMap<>(tensors);
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel out = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            writeAll(out, header(sorted));
            for (NDArray tensor : sorted.values()) {
                writeAll(out, Tensors.bytes(tensor));
            }
            out.force(true);
        }
        WholeFile.move(beside, file);
    }

    private static ByteBuffer header(SortedMap<String, NDArray> tensors) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.putObject("__metadata__").put("format", "pt");
        long at = 0;
        for (Map.Entry<String, NDArray> entry : tensors.entrySet()) {
            long[] shape = entry.getValue().getShape().getShape();
            long end = at + Float.BYTES * entry.getValue().size();
            ObjectNode place = json.putObject(entry.getKey()).put("dtype", "F32");
            ArrayNode sizes = place.putArray("shape");
            for (long size : shape) {
                sizes.add(size);
            }
            place.putArray("data_offsets").add(at).add(end);
            at = end;
        }
        byte[] text = Json.line(json).getBytes(StandardCharsets.UTF_8);
        int padded = (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        ByteBuffer header = ByteBuffer.allocate(Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(padded).put(text);
        while (header.hasRemaining()) {
            header.put((byte) ' ');
        }
        return header.flip();
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
