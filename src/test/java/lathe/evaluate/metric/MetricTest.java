package lathe.evaluate.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import lathe.run.Json;
import org.junit.jupiter.api.Test;

/** Golden values of sacrebleu and rouge_score, by {@code src/peers/golden_metrics.py}. */
class MetricTest {
    private static final double CLOSE = 1e-9;

    private static JsonNode golden() throws Exception {
        return Json.read(Path.of("src/test/resources/golden/metrics/answers.json"), JsonNode.class);
    }

    @Test
    void everyAnswerHasTheBleuOfSacrebleuAndTheRougeOfRougeScore() throws Exception {
        for (JsonNode pair : golden().path("pairs")) {
            String answer = pair.path("answer").asText();
            String reference = pair.path("reference").asText();
            assertEquals(pair.path("bleu").asDouble(), Bleu.of(answer, reference), CLOSE, answer);
            if (pair.has("rouge_l")) {
                assertEquals(pair.path("rouge_l").asDouble(), RougeL.of(answer, reference), CLOSE, answer);
            }
        }
    }

    @Test
    void answersAddUpToACorpus() throws Exception {
        JsonNode golden = golden();
        Bleu english = new Bleu();
        Bleu chinese = new Bleu();
        int row = 0;
        for (JsonNode pair : golden.path("pairs")) {
            Bleu language = row++ < golden.path("english").asInt() ? english : chinese;
            language.add(pair.path("answer").asText(), pair.path("reference").asText());
        }
        assertEquals(golden.at("/corpus/en").asDouble(), english.score(), CLOSE);
        assertEquals(golden.at("/corpus/zh").asDouble(), chinese.score(), CLOSE);
        Bleu tooShort = new Bleu();
        tooShort.add("two words", "two words");
        assertEquals(golden.path("short").asDouble(), tooShort.score(), CLOSE);
    }

    @Test
    void aChineseCharacterIsAWord() {
        assertEquals(List.of("用", "pytorch", "2", "训", "练"), RougeL.words("用 PyTorch-2 训练。"));
        assertEquals(0.8, RougeL.of("车床转", "车床"), CLOSE);
        assertEquals(0, RougeL.of("。", "车床"));
    }
}
