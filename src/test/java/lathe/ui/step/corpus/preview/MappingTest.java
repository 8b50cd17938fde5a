package lathe.ui.step.corpus.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.ingest.preset.Preset;
import lathe.recipe.CorpusSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MappingTest {

    @ParameterizedTest
    @EnumSource(Mapping.class)
    void everyFieldIsOneThatImportKnows(Mapping kind) throws Exception {
        Map<String, String> all = new LinkedHashMap<>();
        kind.fields().forEach(field -> all.put(field, "column-" + field));
        assertNotNull(Preset.of(new CorpusSource("a", "a", "auto", "auto", all)));
        assertEquals(kind, Mapping.of(all));
    }

    @Test
    void columnsSuggestWhatTheyAre() {
        assertEquals(Mapping.EXCHANGE, Mapping.suggested(List.of("Id", "question", "answer")));
        assertEquals(Mapping.CONVERSATION, Mapping.suggested(List.of("conversations", "question", "answer")));
        assertEquals(Mapping.TEXT, Mapping.suggested(List.of("a", "b")));
        assertEquals(
                Map.of("instruction", "question", "output", "answer", "id", "id"),
                Mapping.EXCHANGE.begin(List.of("id", "question", "answer")));
        assertEquals(Map.of("text", "a"), Mapping.TEXT.begin(List.of("a", "b")));
        assertEquals(
                Map.of("instruction", "input", "output", "output"), Mapping.EXCHANGE.begin(List.of("input", "output")));
    }

    @Test
    void aFieldHasItsColumnUnderEitherName() {
        Map<String, String> map = Map.of("prompt", "q", "response", "r");
        assertEquals("q", Mapping.column(map, "instruction"));
        assertEquals("", Mapping.column(map, "system"));
        assertEquals(Map.of("instruction", "x", "response", "r"), Mapping.with(map, "instruction", "x"));
        assertEquals(Map.of("response", "r"), Mapping.with(map, "instruction", ""));
    }
}
