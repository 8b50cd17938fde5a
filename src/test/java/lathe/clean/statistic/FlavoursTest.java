package lathe.clean.statistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lathe.clean.rule.View;
import lathe.data.Document;
import lathe.run.Failure;
import lathe.run.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden values of the tools themselves, made by src/peers/golden_statistics.py. */
class FlavoursTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/clean/statistics");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    text-length            | data-juicer |
                    words                  | data-juicer |
                    average-line-length    | data-juicer |
                    maximum-line-length    | data-juicer |
                    alphanumerics          | data-juicer |
                    special-characters     | data-juicer |
                    character-repetition   | data-juicer | n: 10
                    word-repetition        | data-juicer | n: 3
                    words                  | datatrove   |
                    words                  | gopher      |
                    words                  | dolma       |
                    """)
    void singleNumbersAreThoseOfTheTool(String rule, String flavour, String settings) throws Exception {
        List<String> texts = texts();
        JsonNode golden = golden(rule + "@" + flavour);
        String with =
                (rule.equals("text-length") ? "" : "flavour: " + flavour) + (settings == null ? "" : ", " + settings);

        for (int i = 0; i < texts.size(); i++) {
            assertEquals(golden.get(i).asDouble(), Rules.score(rule, with, texts.get(i)), 0.0, "text " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gopher-quality, datatrove",
        "gopher-quality, gopher",
        "gopher-quality, dolma",
        "gopher-repetition, datatrove",
        "gopher-repetition, gopher",
        "gopher-repetition, dolma",
        "fineweb-quality, fineweb",
        "c4, c4",
        "c4, fineweb"
    })
    void columnsAreThoseOfTheTool(String rule, String flavour) throws Exception {
        List<String> texts = texts();
        JsonNode golden = golden(rule + "@" + flavour);
        String with =
                "flavour: " + flavour + (rule.equals("c4") && flavour.equals("fineweb") ? ", ended-lines: false" : "");

        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Map<String, Double> columns = Rules.columns(rule, with, texts.get(i));
            JsonNode expected = golden.get(i);
            for (Map.Entry<String, Double> column : columns.entrySet()) {
                JsonNode value = expected.path(column.getKey());
                if (value.isNumber() && value.asDouble() != column.getValue()) {
                    wrong.add(i + " " + column + " is " + value);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void wordsOfDatatroveAreSpacys() throws Exception {
        List<String> texts = texts();
        JsonNode golden = golden("tokens@datatrove");

        for (int i = 0; i < texts.size(); i++) {
            List<String> expected = new ArrayList<>();
            golden.get(i).forEach(token -> expected.add(token.asText()));
            Parts words = Datatrove.WORDS.apply(new View(Document.text("id", "test", texts.get(i))));
            List<String> actual = new ArrayList<>();
            for (int j = 0; j < words.size(); j++) {
                actual.add(words.spans().of(words.text(), j));
            }
            assertEquals(expected, actual, "text " + i);
        }
    }

    @Test
    void stopWordsOfDataJuicerAreOfAListThatIsGiven() throws Exception {
        Path list = folder.resolve("stopwords.json");
        JsonNode words =
                Json.mapper().readTree(GOLDEN.resolve("texts.json").toFile()).path("stop-words");
        Files.writeString(list, "{\"en\": " + words + ", \"zh\": [\"lathe\"]}");
        String settings = "flavour: data-juicer, languages: [en], lists: ['" + list + "']";

        JsonNode golden = golden("stop-words@data-juicer");
        List<String> texts = texts();
        for (int i = 0; i < texts.size(); i++) {
            assertEquals(golden.get(i).asDouble(), Rules.score("stop-words", settings, texts.get(i)), 0.0, "text " + i);
        }
        assertThrows(Failure.class, () -> Rules.filter("stop-words", "flavour: data-juicer"));
    }

    @Test
    void aFlavourThatARuleHasNotIsRefusedWithThoseItHas() {
        Failure failure = assertThrows(Failure.class, () -> Rules.filter("special-characters", "flavour: dolma"));

        assertTrue(failure.what().contains("dolma"), failure.what());
        assertEquals(List.of("choose one of lathe, data-juicer"), failure.mend());
        assertEquals("special-characters.flavour", failure.where());
    }

    private static List<String> texts() throws Exception {
        List<String> texts = new ArrayList<>();
        Json.mapper()
                .readTree(GOLDEN.resolve("texts.json").toFile())
                .path("texts")
                .forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static JsonNode golden(String name) throws Exception {
        return Json.mapper().readTree(GOLDEN.resolve("numbers.json").toFile()).path(name);
    }
}
