package lathe.ingest.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lathe.data.Message;
import lathe.recipe.CorpusSource;
import lathe.run.Failure;
import lathe.run.Json;
import org.junit.jupiter.api.Test;

class PresetTest {

    private static CorpusSource source(String preset, Map<String, String> map) {
        return new CorpusSource("/x", "s", preset, "auto", map);
    }

    private static String shown(String file, String... rows) throws JsonProcessingException {
        List<JsonNode> parsed = new ArrayList<>();
        for (String row : rows) {
            parsed.add(Json.parse(row));
        }
        return Preset.shown(source("auto", Map.of()), parsed, file);
    }

    private static Content read(Map<String, String> map, String row) throws Exception {
        return Preset.of(source("auto", map)).read(Json.parse(row)).get(0);
    }

    private static List<Message> turns(String... rolesAndTexts) {
        List<Message> turns = new ArrayList<>();
        for (int i = 0; i < rolesAndTexts.length; i += 2) {
            turns.add(new Message(rolesAndTexts[i], rolesAndTexts[i + 1]));
        }
        return turns;
    }

    @Test
    void severalRowsDecide() throws Exception {
        String dolly = "{\"instruction\":\"i\",\"context\":\"c\",\"response\":\"r\"}";
        String bare = "{\"instruction\":\"i\",\"response\":\"r\"}";
        assertEquals("dolly", shown("x.jsonl", bare, dolly, dolly));
        assertEquals("gpteacher", shown("x.jsonl", bare, bare, dolly));
        assertEquals("alpaca", shown("x.jsonl", "{\"k\":1}", "{\"k\":2}", "{\"instruction\":1,\"output\":2}"));
    }

    @Test
    void rowsOfOtherKindsAreNotRecognised() throws Exception {
        assertEquals("none", shown("x.jsonl", "{\"question\":3,\"answer\":4}", "{\"prompt\":\"only\"}"));
        assertEquals("none", shown("x.jsonl", "{\"messages\":\"you have 3\"}", "{\"chosen\":1,\"rejected\":2}"));
        assertEquals(
                "none", shown("x.jsonl", "{\"conversation\":\"c-17\"}", "{\"meta\":{\"timestamp\":1,\"url\":\"\"}}"));
        assertEquals("none", shown("x.jsonl", "\"text\"", "\"more\""));
        assertEquals("text", shown("x.jsonl", "{\"text\":\"t\",\"meta\":{\"simhash\":1}}"));
        assertEquals("text", shown("x.jsonl", "{\"text\":\"t\",\"role\":\"none\"}"));
    }

    @Test
    void onlyTheFilesNameTellsDatasetsOfOneFormApart() throws Exception {
        String row = "{\"instruction\":\"i\",\"input\":\"\",\"output\":\"o\"}";
        assertEquals("alpaca", shown("data/clean.json", row));
        assertEquals("alpaca-cleaned", shown("data/alpaca_data_cleaned.json", row));
        assertEquals("gpt-4-llm", shown("alpaca_gpt4_data.json", row));
        assertEquals("gpt-4-llm", shown("unnatural_instruction_gpt4_data.json", row));
        assertEquals("text", shown("alpaca_data_cleaned.json", "{\"text\":\"t\"}"));
    }

    @Test
    void everyNameIsAccepted() throws Exception {
        for (String name : Preset.all().keySet()) {
            Preset.check(name);
        }
        Failure failure = assertThrows(Failure.class, () -> Preset.check("shargpt"));
        assertEquals("did you mean sharegpt?", failure.mend().get(0));
    }

    @Test
    void listsMayBeWrittenAsStrings() throws Exception {
        String row = "{\"conversations\":\"[{\\\"from\\\":\\\"human\\\",\\\"value\\\":\\\"问\\\"},"
                + "{\\\"from\\\":\\\"gpt\\\",\\\"value\\\":\\\"答\\\"}]\"}";

        assertEquals("sharegpt", shown("x.csv", row));
        assertEquals(turns("user", "问", "assistant", "答"), read(Map.of(), row).messages());
    }

    @Test
    void embeddedJsonWithHalfASurrogateStaysAString() throws Exception {
        Content content = read(
                Map.of(),
                "{\"text\":\"t\",\"meta\":\"{\\\"timestamp\\\":1,\\\"url\\\":\\\"\\\\ud83d\\\"}\",\"red_pajama_subset\":\"c4\"}");

        assertEquals(Map.of(), content.meta());
        assertTrue(!content.used().contains("meta"));
    }

    @Test
    void messagesAreMappedWithTheirKeys() throws Exception {
        Content content = read(
                Map.of("messages", "talk.turns", "role", "who", "content", "says", "system", "rule"),
                "{\"talk\":{\"turns\":[{\"who\":\"human\",\"says\":\"q\",\"at\":3},{\"who\":\"gpt\",\"says\":\"a\"}],\"n\":2},"
                        + "\"rule\":\"Be brief.\"}");

        assertEquals(turns("system", "Be brief.", "user", "q", "assistant", "a"), content.messages());
        assertEquals(Map.of("talk", Map.of("n", 2), "turns", List.of(Map.of("turn", 1, "at", 3))), content.meta());
    }

    @Test
    void nestedColumnsLeaveTheirNeighbours() throws Exception {
        Content content = read(
                Map.of("text", "meta.body", "id", "meta.url"),
                "{\"meta\":{\"body\":\"t\",\"url\":\"u\",\"k\":[1]},\"other\":1}");

        assertEquals("t", content.text());
        assertEquals(Map.of("url", "u", "k", List.of(1)), content.meta());
        assertEquals(
                "second",
                read(Map.of("text", "answers.text.1"), "{\"answers\":{\"text\":[\"first\",\"second\"]}}")
                        .text());
    }

    @Test
    void pairsAreMapped() throws Exception {
        Content content = read(
                Map.of("prompt", "q", "chosen", "good", "rejected", "bad"),
                "{\"q\":\"why\",\"good\":\"because\",\"bad\":[\"no\",\"never\"]}");

        assertEquals(turns("user", "why", "assistant", "because"), content.messages());
        assertEquals(Map.of("rejected", List.of("no", "never")), content.meta());
    }

    @Test
    void wrongMappingsNameTheField() {
        Failure near = assertThrows(Failure.class, () -> Preset.of(source("auto", Map.of("mesages", "m"))));
        assertEquals("map.mesages", near.where());
        assertEquals("did you mean messages?", near.mend().get(0));
        for (Map<String, String> bad : List.of(
                Map.of("instruction", "i"),
                Map.of("role", "r", "content", "c"),
                Map.of("text", "t", "messages", "m"),
                Map.of("messages", "m", "chosen", "c"))) {
            assertThrows(Failure.class, () -> Preset.of(source("auto", bad)), bad.toString());
        }
    }

    @Test
    void aMappingIsShownAsSuchAndNeverJoined() throws Exception {
        List<JsonNode> rows = List.of(Json.parse("{\"message_id\":\"a\",\"role\":\"prompter\",\"text\":\"t\"}"));
        assertEquals("oasst", Preset.shown(source("auto", Map.of()), rows, "x"));
        assertEquals("mapped", Preset.shown(source("auto", Map.of("text", "text")), rows, "x"));
        assertEquals("dolly", Preset.shown(source("dolly", Map.of()), rows, "x"));
    }
}
