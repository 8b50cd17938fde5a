package lathe.export.gguf.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What stands before the tensors of a GGUF file: counts, metadata, names and places. */
final class HeaderBytes {
    /** "GGUF" as a little-endian number. */
    static final int MAGIC = 0x46554747;

    static final int VERSION = 3;
    /** What the data and each tensor in it begin at a multiple of, where no key says otherwise. */
    static final int ALIGNMENT = 32;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** The header, filled up to where the data begins. */
    static ByteBuffer of(Map<String, GgufValue> metadata, List<TensorInfo> tensors) {
        HeaderBytes header = new HeaderBytes();
        header.number(MAGIC, Integer.BYTES);
        header.number(VERSION, Integer.BYTES);
        header.number(tensors.size(), Long.BYTES);
        header.number(metadata.size(), Long.BYTES);
        metadata.forEach(header::pair);
        tensors.forEach(header::tensor);
        header.out.writeBytes(new byte[(int) padding(header.out.size())]);
        return ByteBuffer.wrap(header.out.toByteArray());
    }

    /** Bytes from a place to where the next tensor may begin. */
    static long padding(long place) {
        return Math.floorMod(-place, (long) ALIGNMENT);
    }

    private void pair(String key, GgufValue value) {
        text(key);
        number(value.type().number(), Integer.BYTES);
        value(value);
    }

    private void value(GgufValue value) {
        if (value instanceof GgufValue.Whole whole) {
            number(whole.value(), whole.type().leastBytes());
        } else if (value instanceof GgufValue.Real real) {
            boolean wide = real.type() == ValueType.F64;
            long bits = wide ? Double.doubleToLongBits(real.value()) : Float.floatToIntBits((float) real.value());
            number(bits, real.type().leastBytes());
        } else if (value instanceof GgufValue.Truth truth) {
            number(truth.value() ? 1 : 0, 1);
        } else if (value instanceof GgufValue.Text text) {
            text(text.value());
        } else if (value instanceof GgufValue.Items items) {
            number(items.of().number(), Integer.BYTES);
            number(items.values().size(), Long.BYTES);
            items.values().forEach(this::value);
        }
    }

    private void tensor(TensorInfo tensor) {
        text(tensor.name());
        int dimensions = tensor.shape().size();
        number(dimensions, Integer.BYTES);
        for (int i = dimensions - 1; i >= 0; i--) {
            number(tensor.shape().get(i), Long.BYTES);
        }
        number(tensor.type().number(), Integer.BYTES);
        number(tensor.offset(), Long.BYTES);
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length, Long.BYTES);
        out.writeBytes(bytes);
    }

    private void number(long value, int bytes) {
        ByteBuffer all = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.write(all.putLong(value).array(), 0, bytes);
    }
}
