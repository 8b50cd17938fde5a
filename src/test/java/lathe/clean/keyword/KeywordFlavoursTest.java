package lathe.clean.keyword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.clean.rule.Filter;
import lathe.recipe.Flavour;
import lathe.run.Failure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What data-juicer, datatrove and Dolma said of the same texts and the same list: src/peers/golden_keywords.py. */
class KeywordFlavoursTest {
    private static final List<JsonNode> LINES = new ArrayList<>();
    private static String[] words = new String[0];

    @BeforeAll
    static void read() throws Exception {
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(Path.of("src/test/resources/golden/clean/keyword/flavours.jsonl"))) {
            LINES.add(json.readTree(line));
        }
        List<String> listed = new ArrayList<>();
        LINES.remove(0).get("words").forEach(word -> listed.add(word.asText()));
        words = listed.toArray(String[]::new);
    }

    @Test
    void dataJuicer() throws Exception {
        same("data-juicer", Rules.filter(Rules.keywords(Flavour.DATA_JUICER, false, words)));
    }

    @Test
    void dataJuicerWithAugmentedWords() throws Exception {
        same("data-juicer-pairs", Rules.filter(Rules.keywords(Flavour.DATA_JUICER, true, words)));
    }

    @Test
    void c4() throws Exception {
        same("c4", Rules.filter(Rules.keywords(Flavour.C4, false, words)));
        same("c4", Rules.filter(Rules.keywords(Flavour.DATATROVE, false, words)));
    }

    @Test
    void dolma() throws Exception {
        same("dolma", Rules.filter(Rules.keywords(Flavour.DOLMA, false, words)));
    }

    @Test
    void aFlavourThatHasNoSuchRuleIsRefused() {
        assertThrows(Failure.class, () -> Rules.filter(Rules.keywords(Flavour.FINEWEB, false, "x")));
        assertThrows(Failure.class, () -> Rules.filter(Rules.keywords(Flavour.GOPHER, false, "x")));
    }

    private static void same(String tool, Filter filter) {
        for (JsonNode line : LINES) {
            double[] scores = Rules.scores(
                    filter, line.get("text").asText(), line.get("language").asText());
            assertEquals(line.get(tool).asDouble(), scores[0], 0.0, tool + ": " + line);
        }
    }
}
