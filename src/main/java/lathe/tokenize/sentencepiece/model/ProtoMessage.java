package lathe.tokenize.sentencepiece.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message of Protocol Buffers as far as SentencePiece's files need it: numbers, floats, bytes and strings by field
 * number, in the order of the file. Unknown fields are kept.
 */
final class ProtoMessage {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;
    private static final int WIRE_BITS = 3;
    private static final int VARINT_BITS = 7;
    private static final int LONGEST_SHIFT = 63;
    private static final byte[] NONE = {};

    @SuppressWarnings("ArrayRecordComponent") // read and written, never compared
    private record Field(int number, int wire, long bits, byte[] bytes) {}

    private final List<Field> fields = new ArrayList<>();

    /** Reads a message; no length in it is believed before it is checked. */
    static ProtoMessage parse(byte[] bytes) throws MalformedModelException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        ProtoMessage message = new ProtoMessage();
        while (in.hasRemaining()) {
            long key = varint(in);
            long number = key >>> WIRE_BITS;
            if (number < 1 || number >= 1 << 29) {
                throw new MalformedModelException("a field has no number", in.position());
            }
            message.fields.add(field(in, (int) number, (int) (key & 7)));
        }
        return message;
    }

    private static Field field(ByteBuffer in, int number, int wire) throws MalformedModelException {
        return switch (wire) {
            case VARINT -> new Field(number, wire, varint(in), NONE);
            case FIXED64 -> new Field(number, wire, needs(in, Long.BYTES).getLong(), NONE);
            case FIXED32 -> new Field(number, wire, needs(in, Integer.BYTES).getInt(), NONE);
            case BYTES -> {
                byte[] value = new byte[length(in)];
                in.get(value);
                yield new Field(number, wire, 0, value);
            }
            default -> throw new MalformedModelException("a field has a type that models never have", in.position());
        };
    }

    private static int length(ByteBuffer in) throws MalformedModelException {
        long length = varint(in);
        if (length < 0 || length > in.remaining()) {
            throw new MalformedModelException("a part is longer than the file", in.position());
        }
        return (int) length;
    }

    private static ByteBuffer needs(ByteBuffer in, int bytes) throws MalformedModelException {
        if (in.remaining() < bytes) {
            throw new MalformedModelException("the file ends within a number", in.position());
        }
        return in;
    }

    private static long varint(ByteBuffer in) throws MalformedModelException {
        long value = 0;
        for (int shift = 0; shift <= LONGEST_SHIFT; shift += VARINT_BITS) {
            byte next = needs(in, 1).get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new MalformedModelException("a number is too long", in.position());
    }

    ProtoMessage add(int number, long value) {
        fields.add(new Field(number, VARINT, value, NONE));
        return this;
    }

    ProtoMessage add(int number, boolean value) {
        return add(number, value ? 1 : 0);
    }

    ProtoMessage add(int number, float value) {
        fields.add(new Field(number, FIXED32, Float.floatToRawIntBits(value), NONE));
        return this;
    }

    ProtoMessage add(int number, byte[] value) {
        fields.add(new Field(number, BYTES, 0, value.clone()));
        return this;
    }

    ProtoMessage add(int number, String value) {
        return add(number, value.getBytes(StandardCharsets.UTF_8));
    }

    ProtoMessage add(int number, ProtoMessage value) {
        return add(number, value.bytes());
    }

    boolean has(int field) {
        return fields.stream().anyMatch(one -> one.number() == field);
    }

    /** A whole number; the last of a field counts, as everywhere in this format. */
    int number(int field, int otherwise) throws MalformedModelException {
        long value = otherwise;
        for (Field one : of(field, VARINT)) {
            value = one.bits();
        }
        return (int) value;
    }

    boolean flag(int field, boolean otherwise) throws MalformedModelException {
        return number(field, otherwise ? 1 : 0) != 0;
    }

    float decimal(int field, float otherwise) throws MalformedModelException {
        float value = otherwise;
        for (Field one : of(field, FIXED32)) {
            value = Float.intBitsToFloat((int) one.bits());
        }
        return value;
    }

    byte[] bytes(int field) throws MalformedModelException {
        byte[] value = NONE;
        for (Field one : of(field, BYTES)) {
            value = one.bytes();
        }
        return value.clone();
    }

    String text(int field, String otherwise) throws MalformedModelException {
        List<Field> all = of(field, BYTES);
        try {
            return all.isEmpty()
                    ? otherwise
                    : StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(all.get(all.size() - 1).bytes()))
                            .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedModelException("field " + field + " is not UTF-8", 0);
        }
    }

    /** All messages of a field. */
    List<ProtoMessage> messages(int field) throws MalformedModelException {
        List<ProtoMessage> all = new ArrayList<>();
        for (Field one : of(field, BYTES)) {
            all.add(parse(one.bytes()));
        }
        return all;
    }

    private List<Field> of(int number, int wire) throws MalformedModelException {
        List<Field> all = new ArrayList<>();
        for (Field field : fields) {
            if (field.number() == number) {
                if (field.wire() != wire) {
                    throw new MalformedModelException("field " + number + " has another type than in a model", 0);
                }
                all.add(field);
            }
        }
        return all;
    }

    /** The message as bytes. */
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Field field : fields) {
            varint(out, (long) field.number() << WIRE_BITS | field.wire());
            switch (field.wire()) {
                case VARINT -> varint(out, field.bits());
                case FIXED64 -> fixed(out, field.bits(), Long.BYTES);
                case FIXED32 -> fixed(out, field.bits(), Integer.BYTES);
                default -> {
                    varint(out, field.bytes().length);
                    out.writeBytes(field.bytes());
                }
            }
        }
        return out.toByteArray();
    }

    private static void fixed(ByteArrayOutputStream out, long bits, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (bits >>> (Byte.SIZE * i)));
        }
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f) | 0x80);
            rest >>>= VARINT_BITS;
        }
        out.write((int) rest);
    }
}
