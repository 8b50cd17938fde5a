package lathe.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import lathe.run.Json;
import lathe.run.Randoms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick reader agrees with Jackson in everything that it reads, and reads nothing that Jackson refuses. */
class PlainJsonTest {
    private static final int TRIES = 20_000;
    private static final List<String> PARTS = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\"a\"",
            "\"b\"",
            "\"text\":",
            "\"中文\"",
            "\"😀 \\\"x\\\" \\n\"",
            "\\",
            "\\n",
            "\\u4f60",
            "\\ud83d\\ude00",
            "\\ud83d",
            "\\u0000",
            "\\/",
            "\\x",
            "0",
            "-1",
            "12",
            "007",
            "1.5",
            "1e5",
            ".5",
            "-",
            "9999999999",
            "123456789012345678901234567890",
            "true",
            "false",
            "null",
            "nul",
            "NaN",
            " ",
            "\t",
            "\n",
            "é",
            "a long text without anything in it that is special to JSON",
            "\u0001",
            "//");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"instruction\": \"Say it\", \"input\": \"\", \"output\": \"你好 \\\"world\\\"\\n\"}",
                "{\"text\":\"a\\/b \\u4f60\\u597d \\ud83d\\ude00\",\"meta\":{\"url\":\"x\",\"n\":[1,-2,3.25,true,null]}}",
                "{}",
                "{ \"a\" : [ ] , \"b\" : { } }\r",
                "{\"n\":9223372036854775,\"m\":-0,\"k\":2147483648,\"long\":12345678901234567}",
                "{\"conversations\":[{\"from\":\"human\",\"value\":\"Hi\"},{\"from\":\"gpt\",\"value\":\"Hello\"}]}"
            })
    void readsWhatDatasetsAreWrittenIn(String line) throws Exception {
        JsonNode read = read(line);

        assertNotNull(read);
        assertEquals(Json.parse(line), read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"\\ud83d\"}", // half a character: somebody else must judge
                "{\"a\":1,\"a\":2}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":1}{",
                "{\"a\":1,}",
                "{\"a\":tru}",
                "{\"a\":\"b",
                "{\"a\" \"b\"}",
                "{\"\\u0061\":1}",
                "[1]",
                "\"text\"",
                "12"
            })
    void leavesEverythingElseToJackson(String line) {
        assertNull(read(line));
    }

    @Test
    void agreesWithJacksonOnWhateverIsPutTogether() {
        Random random = Randoms.stream(1, "plain-json");
        int readings = 0;
        for (int i = 0; i < TRIES; i++) {
            String line = random.nextBoolean() ? anything(random) : "{" + object(random, 0) + "}";
            JsonNode read = read(line);
            if (read != null) {
                readings++;
                assertEquals(jackson(line), read, line);
            }
        }
        assertTrue(readings > TRIES / 10, "only " + readings + " were read");
    }

    @Test
    void nestingHasAnEnd() {
        String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertNull(read(deep));
    }

    private static @Nullable JsonNode read(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return new PlainJson().read(bytes, 0, bytes.length);
    }

    private static JsonNode jackson(String line) {
        try {
            return Json.parse(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Jackson refuses " + line, e);
        }
    }

    private static String anything(Random random) {
        StringBuilder line = new StringBuilder("{");
        for (int i = random.nextInt(12); i >= 0; i--) {
            line.append(part(random));
        }
        return line + (random.nextBoolean() ? "}" : "");
    }

    private static String object(Random random, int depth) {
        StringBuilder fields = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            fields.append(fields.length() == 0 ? "" : ",")
                    .append("\"k")
                    .append(random.nextInt(6))
                    .append("\":");
            fields.append(value(random, depth + 1));
        }
        return fields.toString();
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 2 : 4)) {
            case 0 -> "\"" + part(random) + part(random) + "\"";
            case 1 -> part(random);
            case 2 -> "[" + value(random, depth + 1) + ", " + value(random, depth + 1) + "]";
            default -> "{" + object(random, depth + 1) + "}";
        };
    }

    private static String part(Random random) {
        return PARTS.get(random.nextInt(PARTS.size()));
    }
}
