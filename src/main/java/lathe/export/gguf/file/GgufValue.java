package lathe.export.gguf.file;

import java.util.List;

/** A value of the metadata. */
public sealed interface GgufValue {

    /** How it is written. */
    ValueType type();

    /** A whole number; one of 64 bits without a sign that is too large for a long is negative here. */
    record Whole(ValueType type, long value) implements GgufValue {}

    /** A number with a fraction. */
    record Real(ValueType type, double value) implements GgufValue {}

    /** True or false. */
    record Truth(boolean value) implements GgufValue {
        @Override
        public ValueType type() {
            return ValueType.BOOL;
        }
    }

    /** A string. */
    record Text(String value) implements GgufValue {
        @Override
        public ValueType type() {
            return ValueType.STRING;
        }
    }

    /** Values of one type, none of them a list itself. */
    record Items(ValueType of, List<GgufValue> values) implements GgufValue {
        /** Copies the list. */
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public ValueType type() {
            return ValueType.ARRAY;
        }
    }

    /** An unsigned number of 32 bits, as most of llama.cpp's keys have it. */
    static GgufValue whole(long value) {
        return new Whole(ValueType.U32, value);
    }

    /** A float. */
    static GgufValue real(double value) {
        return new Real(ValueType.F32, (float) value);
    }

    /** A list of strings. */
    static GgufValue texts(List<String> texts) {
        return new Items(
                ValueType.STRING, texts.stream().<GgufValue>map(Text::new).toList());
    }

    /** A list of floats. */
    static GgufValue reals(List<Float> numbers) {
        return new Items(ValueType.F32, numbers.stream().map(GgufValue::real).toList());
    }

    /** A list of signed numbers of 32 bits. */
    static GgufValue wholes(List<Integer> numbers) {
        return new Items(
                ValueType.I32,
                numbers.stream()
                        .<GgufValue>map(number -> new Whole(ValueType.I32, number))
                        .toList());
    }
}
