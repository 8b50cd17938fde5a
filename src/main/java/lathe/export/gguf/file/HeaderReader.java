package lathe.export.gguf.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** The parts of a header: counts, metadata, and tensors whose places are not yet checked. */
final class HeaderReader {
    private static final int OLDEST_VERSION = 2;
    private static final long MOST_PAIRS = 1 << 16;
    private static final long MOST_TENSORS = 1 << 20;
    private static final long MOST_ITEMS = 1 << 24;
    private static final long MOST_DIMENSIONS = 4;

    private final HeaderCursor in;

    HeaderReader(HeaderCursor in) {
        this.in = in;
    }

    /** Reads all; what was found is put into two maps, in the order of the file. */
    void read(Map<String, GgufValue> metadata, Map<String, TensorInfo> tensors) throws Failure, IOException {
        if (in.left() < Integer.BYTES || in.u32() != HeaderBytes.MAGIC) {
            throw in.broken("it does not begin with GGUF");
        }
        long version = in.u32();
        if (version < OLDEST_VERSION || version > HeaderBytes.VERSION) {
            throw in.broken("its version is " + version + "; supported: 2 and 3, little-endian");
        }
        long tensorCount = count("tensors", MOST_TENSORS);
        long pairCount = count("keys", MOST_PAIRS);
        for (long i = 0; i < pairCount; i++) {
            String key = in.text();
            refuseTwice(metadata.put(key, value(type())), key);
        }
        for (long i = 0; i < tensorCount; i++) {
            TensorInfo tensor = tensor();
            refuseTwice(tensors.put(tensor.name(), tensor), tensor.name());
        }
    }

    private long count(String what, long most) throws Failure, IOException {
        long count = in.u64();
        if (count > most) {
            throw in.broken("it claims " + count + " " + what);
        }
        return count;
    }

    private void refuseTwice(@Nullable Object before, String name) throws Failure {
        if (before != null) {
            throw in.broken("the name " + name + " is there twice");
        }
    }

    private ValueType type() throws Failure, IOException {
        long number = in.u32();
        return ValueType.of(number).orElseThrow(() -> in.broken("a value has the unknown type " + number));
    }

    private GgufValue value(ValueType type) throws Failure, IOException {
        return switch (type) {
            case U8, U16, U32 -> new GgufValue.Whole(type, unsigned(type));
            case I8, I16, I32, I64, U64 -> new GgufValue.Whole(type, in.signed(type.leastBytes()));
            case F32 -> new GgufValue.Real(type, Float.intBitsToFloat((int) in.signed(Float.BYTES)));
            case F64 -> new GgufValue.Real(type, Double.longBitsToDouble(in.signed(Double.BYTES)));
            case BOOL -> truth();
            case STRING -> new GgufValue.Text(in.text());
            case ARRAY -> items();
        };
    }

    private long unsigned(ValueType type) throws Failure, IOException {
        long mask = (1L << (Byte.SIZE * type.leastBytes())) - 1;
        return in.signed(type.leastBytes()) & mask;
    }

    private GgufValue truth() throws Failure, IOException {
        long value = in.signed(1);
        if (value != 0 && value != 1) {
            throw in.broken("a value before byte " + in.place() + " is neither true nor false");
        }
        return new GgufValue.Truth(value == 1);
    }

    private GgufValue items() throws Failure, IOException {
        ValueType of = type();
        long count = in.u64();
        if (of == ValueType.ARRAY) {
            throw in.broken("a list of lists stands before byte " + in.place());
        }
        if (count > Math.min(MOST_ITEMS, in.left() / of.leastBytes())) {
            throw in.broken("a list before byte " + in.place() + " claims " + count + " values");
        }
        List<GgufValue> values = new ArrayList<>((int) count);
        for (long i = 0; i < count; i++) {
            values.add(value(of));
        }
        return new GgufValue.Items(of, values);
    }

    private TensorInfo tensor() throws Failure, IOException {
        String name = in.text();
        long dimensions = in.u32();
        if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
            throw in.broken("the tensor " + name + " has " + dimensions + " dimensions");
        }
        List<Long> shape = new ArrayList<>();
        for (long i = 0; i < dimensions; i++) {
            shape.add(in.u64());
        }
        Collections.reverse(shape);
        long number = in.u32();
        GgufType type = GgufType.of(number)
                .orElseThrow(() -> Failure.badInput(
                        "The tensor " + name + " has the type number " + number,
                        in.fileName(),
                        "supported: F32, F16, BF16, Q8_0, Q4_0"));
        return new TensorInfo(name, type, shape, in.u64());
    }

    /** A map that keeps the order of the file. */
    static <T> Map<String, T> inOrder() {
        return new LinkedHashMap<>();
    }
}
