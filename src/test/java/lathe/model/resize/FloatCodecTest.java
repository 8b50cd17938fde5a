package lathe.model.resize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import lathe.program.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatCodecTest {
    @Test
    void everyHalfComesBack() {
        for (int bits = 0; bits < 1 << Short.SIZE; bits++) {
            float value = FloatCodec.half((short) bits);
            if (!Float.isNaN(value)) {
                assertEquals((short) bits, FloatCodec.half(value), Integer.toHexString(bits));
            }
        }
        assertEquals(1f, FloatCodec.half((short) 0x3C00));
        assertEquals(65504f, FloatCodec.half((short) 0x7BFF));
        assertEquals(0x1p-24f, FloatCodec.half((short) 1));
    }

    @ParameterizedTest
    @CsvSource({
        "1.00048828125, 3c00", // between two: the even one
        "1.00146484375, 3c02",
        "65519.99, 7bff",
        "65520, 7c00",
        "1e9, 7c00",
        "2.9e-8, 0",
        "2.99e-8, 1",
        "-0.0, 8000"
    })
    void halvesAreRoundedToEven(float value, String bits) {
        assertEquals(bits, Integer.toHexString(FloatCodec.half(value) & 0xFFFF));
    }

    @ParameterizedTest
    @CsvSource({"1.00390625, 3f80", "1.01171875, 3f82", "1.004, 3f81", "3.4e38, 7f80", "-2.5, c020"})
    void bfloatsAreRoundedToEven(float value, String bits) {
        ByteBuffer bytes = ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN);
        FloatCodec.write(bytes, value, TensorType.BF16);
        assertEquals(bits, Integer.toHexString(bytes.getShort(0) & 0xFFFF));
    }
}
