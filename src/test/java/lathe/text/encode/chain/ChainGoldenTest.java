package lathe.text.encode.chain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import lathe.run.Json;
import lathe.text.encode.Ints;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ids, spans and decoded text are those of Hugging Face's tokenizers; see src/peers/golden_encoders.py. */
class ChainGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/tokenizers/encode");

    static List<String> kinds() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void encodesAndDecodesAsTheReference(String kind) throws Exception {
        JsonNode root = Json.mapper().readTree(GOLDEN.resolve(kind + ".json").toFile());
        Chain chain = Chain.of(root, TokenTable.of(root));
        List<String> expected = Files.readAllLines(GOLDEN.resolve(kind + ".txt"));
        List<String> found = new ArrayList<>();
        for (JsonNode text : Json.mapper().readTree(GOLDEN.resolve("texts.json").toFile())) {
            found.add(result(chain, text.asText()));
        }
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), found.get(i), kind + ", text " + i);
        }
    }

    private static String result(Chain chain, String text) {
        Encoded plain = chain.encode(text, false);
        Ints alone = new Ints();
        chain.encode(text, false, alone);
        assertArrayEquals(plain.ids().toArray(), alone.toArray(), "with and without spans");
        Ints full = new Ints();
        chain.encode(text, true, full);
        Ints spans = new Ints();
        for (int i = 0; i < plain.size(); i++) {
            spans.add(text.codePointCount(0, plain.start(i)));
            spans.add(text.codePointCount(0, plain.end(i)));
        }
        int[] ids = full.toArray();
        return String.join(
                " ",
                checksum(plain.ids()),
                checksum(spans),
                checksum(full),
                checksum(chain.decode(ids, false)),
                checksum(chain.decode(ids, true)));
    }

    private static String checksum(Ints numbers) {
        List<String> written = new ArrayList<>();
        for (int number : numbers.toArray()) {
            written.add(Integer.toString(number));
        }
        return checksum(String.join(" ", written));
    }

    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", sum.getValue());
    }
}
