package lathe.export.gguf.file;

import java.util.Arrays;
import java.util.Optional;

/** Types of metadata. */
public enum ValueType {
    U8(0, 1),
    I8(1, 1),
    U16(2, 2),
    I16(3, 2),
    U32(4, 4),
    I32(5, 4),
    F32(6, 4),
    BOOL(7, 1),
    STRING(8, 8),
    ARRAY(9, 12),
    U64(10, 8),
    I64(11, 8),
    F64(12, 8);

    private final int number;
    private final int leastBytes;

    ValueType(int number, int leastBytes) {
        this.number = number;
        this.leastBytes = leastBytes;
    }

    /** The type of a number in the format, if there is one. */
    static Optional<ValueType> of(long number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }

    /** Its number in the format. */
    int number() {
        return number;
    }

    /** Bytes that a value takes at least, by which a claimed number of values can be refused. */
    int leastBytes() {
        return leastBytes;
    }
}
