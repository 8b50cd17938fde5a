package lathe.ingest.format.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The JSON of each type. */
final class Scalars {
    /** More digits than any writer allows; the time to print a number grows with the square of its length. */
    private static final int MOST_DECIMAL_BYTES = 256;

    private Scalars() {}

    /** How values of a leaf of the schema become JSON. */
    static Scalar of(Element leaf) throws BadParquetException {
        return switch (leaf.physical()) {
            case BOOLEAN -> new Numbers(bits -> BooleanNode.valueOf(bits != 0));
            case INT32 -> new Numbers(int32(leaf));
            case INT64 -> new Numbers(int64(leaf));
            case INT96 -> new Texts(Times::int96);
            case FLOAT -> new Numbers(bits -> FloatNode.valueOf(Float.intBitsToFloat((int) bits)));
            case DOUBLE -> new Numbers(bits -> DoubleNode.valueOf(Double.longBitsToDouble(bits)));
            case BYTE_ARRAY, FIXED -> new Texts(bytes(leaf));
            case GROUP -> throw new BadParquetException("a group has no values of its own");
        };
    }

    private static OfNumber int32(Element leaf) {
        return switch (leaf.logical()) {
            case DATE -> Times::date;
            case TIME -> Times.time(leaf.unit());
            case DECIMAL -> bits -> DecimalNode.valueOf(BigDecimal.valueOf(bits, leaf.scale()));
            case UNSIGNED -> bits -> LongNode.valueOf(bits & 0xffffffffL);
            default -> bits -> IntNode.valueOf((int) bits);
        };
    }

    private static OfNumber int64(Element leaf) {
        return switch (leaf.logical()) {
            case TIME -> Times.time(leaf.unit());
            case TIMESTAMP -> Times.timestamp(leaf.unit(), leaf.utc());
            case DECIMAL -> bits -> DecimalNode.valueOf(BigDecimal.valueOf(bits, leaf.scale()));
            case UNSIGNED -> Scalars::unsigned;
            default -> LongNode::valueOf;
        };
    }

    private static OfBytes bytes(Element leaf) {
        return switch (leaf.logical()) {
            case TEXT -> Strings::text;
            case DECIMAL -> (bytes, from, to) -> decimal(bytes, from, to, leaf.scale());
            case UUID -> Strings::uuid;
            case FLOAT16 -> Scalars::float16;
            default -> Strings::binary;
        };
    }

    private static JsonNode unsigned(long bits) {
        return bits >= 0 ? LongNode.valueOf(bits) : BigIntegerNode.valueOf(new BigInteger(Long.toUnsignedString(bits)));
    }

    private static JsonNode decimal(byte[] bytes, int from, int to, int scale) throws BadParquetException {
        if (to - from > MOST_DECIMAL_BYTES) {
            throw new BadParquetException("a decimal of " + (to - from) + " bytes");
        }
        BigInteger digits = from == to ? BigInteger.ZERO : new BigInteger(bytes, from, to - from);
        return DecimalNode.valueOf(new BigDecimal(digits, scale));
    }

    /** IEEE 754 binary16: 5 bits of exponent, 10 of fraction. */
    private static JsonNode float16(byte[] bytes, int from, int to) {
        if (to - from != Short.BYTES) {
            return Strings.binary(bytes, from, to);
        }
        int bits = (bytes[from] & 0xff) | ((bytes[from + 1] & 0xff) << Byte.SIZE);
        int exponent = (bits >>> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        float size = exponent == 0
                ? Math.scalb((float) fraction, -24)
                : exponent == 0x1f
                        ? fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN
                        : Math.scalb((float) (fraction | 0x400), exponent - 25);
        return FloatNode.valueOf(bits >>> 15 == 0 ? size : -size);
    }

    /** Makes JSON of a number. */
    @FunctionalInterface
    interface OfNumber {
        JsonNode json(long bits) throws BadParquetException;
    }

    /** Makes JSON of bytes. */
    @FunctionalInterface
    interface OfBytes {
        JsonNode json(byte[] bytes, int from, int to) throws BadParquetException;
    }

    private record Numbers(OfNumber of) implements Scalar {
        @Override
        public JsonNode number(long bits) throws BadParquetException {
            return of.json(bits);
        }
    }

    private record Texts(OfBytes of) implements Scalar {
        @Override
        public JsonNode bytes(byte[] bytes, int from, int to) throws BadParquetException {
            return of.json(bytes, from, to);
        }
    }
}
