package lathe.export.gguf.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import lathe.run.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Held against {@code src/peers/golden_gguf.py}. */
class BlocksTest {
    private static final int LENGTH = 32;
    private static final Path GOLDEN = Path.of("src/test/resources/golden/gguf/blocks.json");

    private static float[] floats(JsonNode bits) {
        float[] row = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            row[i] = Float.intBitsToFloat(bits.path(i).asInt());
        }
        return row;
    }

    @ParameterizedTest
    @EnumSource(names = {"F16", "BF16", "Q8_0", "Q4_0"})
    void bytesAreThoseOfThePeer(GgufType type) throws Exception {
        JsonNode golden = Json.parse(Files.readString(GOLDEN));
        JsonNode made = golden.path(type.name());
        for (int i = 0; i < golden.path("rows").size(); i++) {
            float[] row = floats(golden.path("rows").path(i));
            for (int j = 0; type == GgufType.F16 && j < LENGTH; j++) {
                row[j] = Math.max(-65504, Math.min(65504, row[j]));
            }
            ByteBuffer out = ByteBuffer.allocate((int) type.bytes(LENGTH)).order(ByteOrder.LITTLE_ENDIAN);
            Blocks.write(type, row, out);
            assertEquals(made.path("bytes").path(i).asText(), HexFormat.of().formatHex(out.array()), "row " + i);
            Blocks.read(type, out.flip(), row);
            assertArrayEquals(floats(made.path("back").path(i)), row, "row " + i);
        }
    }
}
