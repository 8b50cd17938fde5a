package lathe.clean.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import lathe.clean.rule.Duplicates;
import lathe.recipe.Flavour;
import lathe.run.Failure;
import org.junit.jupiter.api.Test;

/** The numbers of other tools, which {@code src/peers/golden_duplicates.py} let them compute. */
class ToolFlavoursTest {

    @Test
    void dataJuicersSignaturesAreReproduced() throws IOException, Failure {
        ToolNearMeasure rule = ToolNearMeasure.dataJuicer(Rules.near(0.7, Flavour.DATA_JUICER, 64));
        for (JsonNode golden : Rules.golden("tools.json").path("texts")) {
            List<String> expected = strings(golden.path("data_juicer"));
            assertEquals(expected, signature(rule, golden).subList(0, expected.size()));
        }
    }

    @Test
    void itsPermutationsAreTheSameBeyondTheFirstStateOfTheTwister() throws IOException, Failure {
        JsonNode golden = Rules.golden("tools.json");
        ToolNearMeasure rule = ToolNearMeasure.dataJuicer(Rules.near(0.7, Flavour.DATA_JUICER, 256));
        List<String> expected = strings(golden.path("data_juicer_256"));

        assertEquals(250, expected.size());
        assertEquals(25, rule.keys());
        assertEquals(expected, signature(rule, golden.path("texts").get(0)).subList(0, 250));
    }

    @Test
    void datatrovesSimplifiedTextsAndSignaturesAreReproduced() throws IOException, Failure {
        ToolNearMeasure rule = ToolNearMeasure.datatrove(Rules.near(0.7, Flavour.DATATROVE, 256));
        assertEquals(14, rule.keys());
        for (JsonNode golden : Rules.golden("tools.json").path("texts")) {
            assertEquals(
                    golden.path("simplified").asText(),
                    SimplifiedText.of(golden.path("text").asText()));
            assertEquals(strings(golden.path("datatrove")), signature(rule, golden));
        }
    }

    @Test
    void dataJuicersSimHashIsReproduced() throws IOException, Failure {
        SimHashMeasure rule = new SimHashMeasure(Rules.simhash(6, 4, 6, Flavour.DATA_JUICER));
        for (JsonNode golden : Rules.golden("tools.json").path("texts")) {
            long[] row = Rules.measured(rule, golden.path("text").asText());
            if (golden.path("simhash").asText().isEmpty()) {
                assertEquals(0, row.length);
            } else {
                assertEquals(golden.path("simhash").asText(), Long.toUnsignedString(row[rule.keys()]));
            }
        }
    }

    @Test
    void textsThatAreTooShortForAToolStayByThemselves() throws Failure {
        for (Flavour flavour : List.of(Flavour.DATA_JUICER, Flavour.DATATROVE, Flavour.FINEWEB)) {
            Duplicates rule =
                    Objects.requireNonNull(DuplicateMeasures.of(Rules.near(0.7, flavour, 256), new NoServices()));
            assertEquals(
                    0, Rules.measured(rule, "cat").length, "data-juicer stops here, or takes it for a copy of dog");
            assertEquals(0, Rules.measured(rule, "今天天气很好我们去公园看花").length, "no blank, so one word");
            assertEquals(0, Rules.measured(rule, "").length);
        }
    }

    @Test
    void anUnknownFlavourIsRefusedByName() {
        try {
            DuplicateMeasures.of(Rules.near(0.7, Flavour.DOLMA, 256), new NoServices());
            throw new AssertionError("dolma has no MinHash");
        } catch (Failure failure) {
            assertTrue(failure.describe().contains("dolma"), failure.describe());
        }
    }

    private static List<String> signature(ToolNearMeasure rule, JsonNode golden) {
        long[] signature = rule.signature(golden.path("text").asText());
        return Arrays.stream(signature).boxed().map(String::valueOf).toList();
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(each -> strings.add(each.asText()));
        return strings;
    }

    @Test
    void numpysNumbersStayInTheirRange() {
        NumpyRandom random = new NumpyRandom(3);
        assertTrue(LongStream.generate(() -> random.between(10, (1L << 40) + 10))
                .limit(2000)
                .allMatch(drawn -> drawn >= 10 && drawn < (1L << 40) + 10));
    }
}
