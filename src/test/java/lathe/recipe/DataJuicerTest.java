package lathe.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataJuicerTest {

    @Test
    void aRecipeBecomesRulesInItsOrderAndFlavour() throws Exception {
        DataJuicer read = DataJuicer.read(
                """
                project_name: demo
                process:
                  - fix_unicode_mapper: {normalization: NFC}
                  - language_id_score_filter: {lang: zh, min_score: 0.8}
                  - alphanumeric_filter: {tokenization: false, min_ratio: 0.25, max_ratio: 9223372036854775807}
                  - text_length_filter: {min_len: 10, text_key: text}
                  - document_minhash_deduplicator: {window_size: 5, jaccard_threshold: 0.7, tokenization: character}
                """);

        assertEquals(
                List.of("fix-unicode", "language", "alphanumerics", "text-length", "near-duplicates"),
                read.rules().stream().map(Rule::label).toList());
        ContentRules.Language language =
                assertInstanceOf(ContentRules.Language.class, read.rules().get(1));
        assertEquals(List.of("zh"), language.keep());
        StatisticRules.Alphanumerics letters = assertInstanceOf(
                StatisticRules.Alphanumerics.class, read.rules().get(2));
        assertEquals(Flavour.DATA_JUICER, letters.flavour());
        assertEquals(Per.CHARACTERS, letters.per());
        assertEquals(null, letters.max(), "the largest number there is stands for no bound");
        assertTrue(read.notes().contains("document_minhash_deduplicator.tokenization: left out"));
        assertFalse(read.notes().toString().contains("text_key"));
    }

    @Test
    void whatLatheDoesNotHaveIsLeftOutAndSaid() throws Exception {
        DataJuicer read = DataJuicer.read("process: [image_shape_filter: {min_width: 3}, clean_html_mapper: ]");

        assertEquals(1, read.rules().size());
        assertTrue(read.notes().get(0).startsWith("image_shape_filter: left out"));
    }

    @Test
    void everyOperatorOfTheTableMakesARuleOfDefaults() throws Exception {
        JsonNode table = new ObjectMapper(new YAMLFactory())
                .readTree(DataJuicerTest.class.getResourceAsStream("/recipe/data-juicer.yaml"));
        for (Map.Entry<String, JsonNode> operator : table.properties()) {
            String parameters = operator.getKey().equals("replace_content_mapper") ? "{pattern: x, repl: y}" : "{}";
            List<Rule> rules = DataJuicer.read("process: [" + operator.getKey() + ": " + parameters + "]")
                    .rules();

            assertEquals(operator.getValue().path("rule").asText(), rules.get(0).label());
        }
    }

    @Test
    void onlyAListOfProcessesIsOne() {
        assertTrue(DataJuicer.isOne("process:\n  - clean_html_mapper:\n"));
        assertFalse(DataJuicer.isOne("rules: [{rule: html}]"));
        assertFalse(DataJuicer.isOne("{"));
    }
}
