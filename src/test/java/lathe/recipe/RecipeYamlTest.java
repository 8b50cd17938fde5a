package lathe.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecipeYamlTest {
    private static final String WHOLE =
            """
            lathe: 1
            name: quickstart
            seed: 42
            corpus:
              - {path: web, source: web}
              - {path: instructions.jsonl, source: chat, preset: alpaca}
            clean:
              - {rule: language, keep: [zh, no], min: 0.65}
              - {rule: special-characters, max: 0.25}
              - {rule: exact-duplicates}
            split: {evaluate: 0.02, by: hash}
            tokenizer: {train: byte-bpe, vocab-size: 4096}
            mix: {weights: {web: 0.7, chat: 0.3}, unit: tokens, order: {by: length, direction: ascending}}
            model: {new: llama, hidden-size: 256, layers: 4, heads: 4}
            train:
              - {task: pretrain, method: full, sources: [web], steps: 300, context: 256, batch: 8, accumulate: 1,
                 precision: auto, learning-rate: 1e-3, schedule: cosine, warmup: 20, weight-decay: 0.1, clip: 1.0,
                 evaluate-every: 50, checkpoint-every: 100, keep: 2}
              - {task: sft, method: lora, sources: [chat], template: alpaca, loss-on: responses, epochs: 1, batch: 4,
                 learning-rate: 2e-4, lora: {r: 8, alpha: 16, dropout: 0.05, targets: all-linear}}
            evaluate: {prompts: [你好, Hello]}
            export: [adapter, hf]
            """;

    @Test
    void readsTheContractsExample() throws RecipeException {
        Recipe recipe = RecipeYaml.read(WHOLE);

        assertEquals(
                List.of("zh", "no"), ((ContentRules.Language) recipe.clean().get(0)).keep());
        assertEquals(0.7, recipe.mix().weights().get("web"));
        assertEquals(
                256, assertInstanceOf(ModelSettings.New.class, recipe.model()).hiddenSize());
        assertEquals(1e-3, recipe.train().get(0).learningRate());
        assertEquals(List.of("all-linear"), recipe.train().get(1).lora().targets());
        assertEquals(List.of(ExportFormat.ADAPTER, ExportFormat.HF), recipe.export());
    }

    @Test
    void aWrittenRecipeIsCompleteAndReadsBackEqual() throws RecipeException {
        Recipe recipe = RecipeYaml.read(WHOLE);
        String written = RecipeYaml.write(recipe);

        assertEquals(recipe, RecipeYaml.read(written));
        assertTrue(written.contains("max-position-embeddings: 2048"), written);
        assertTrue(written.contains("beta2: 0.95"), written);
    }

    @Test
    void everyProblemIsReportedWithItsLineAndTheNearestKey() {
        String wrong = WHOLE.replace("vocab-size: 4096", "vocab-sise: 4096")
                .replace("learning-rate: 1e-3", "learning-rate: 7")
                .replace("loss-on: responses", "loss-on: respones")
                .replace("rule: language", "rule: langage")
                .replace("sources: [chat]", "sources: [chats]");
        List<String> problems = problemsOf(wrong);

        assertEquals(4, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith("r.yaml:8: clean.0.rule: no such rule: langage; did you mean language?"));
        assertEquals("r.yaml:12: tokenizer.vocab-sise: unknown key; did you mean vocab-size?", problems.get(1));
        assertTrue(problems.get(2)
                .startsWith("r.yaml:17: train.0.learning-rate: is out of range: 7 (allowed: 1.0E-9 to 1"));
        assertTrue(problems.get(3).endsWith("no such value: respones; did you mean responses?"));
    }

    @Test
    void keysThatContradictEachOtherAreRefused() {
        assertEquals(
                List.of("r.yaml:19: train.1.sources: no such source: chats; did you mean chat?"),
                problemsOf(WHOLE.replace("sources: [chat]", "sources: [chats]")));
        assertEquals(
                List.of("r.yaml:14: model.hidden-size: must be a multiple of 2 × heads (6), was 256"),
                problemsOf(WHOLE.replace("heads: 4", "heads: 3")));
    }

    @Test
    void brokenYamlNamesTheLine() {
        assertTrue(problemsOf("lathe: 1\nname: [x\ncorpus: 3").get(0).startsWith("r.yaml:3: is not YAML"));
        assertTrue(problemsOf("name: x\nname: y").get(0).contains("stands twice, first in line 1"));
        assertTrue(problemsOf("lathe: 1").get(0).contains("name: is missing"));
    }

    @Test
    void overridesReplaceSingleValues() throws RecipeException {
        Recipe recipe = RecipeYaml.read(
                WHOLE, Map.of("train.0.checkpoint-every", "10", "train.1.lora.r", "64", "mix.weights.web", "2"));

        assertEquals(10, recipe.train().get(0).checkpointEvery());
        assertEquals(64, recipe.train().get(1).lora().r());
        assertEquals(2.0, recipe.mix().weights().get("web"));
        RecipeException far =
                assertThrows(RecipeException.class, () -> RecipeYaml.read(WHOLE, Map.of("train.7.steps", "1")));
        assertTrue(far.problems().get(0).reason().contains("no such place"));
    }

    @Test
    void aMinimalRecipeTakesAllDefaults() throws RecipeException {
        Recipe recipe = RecipeYaml.read("name: tiny");

        assertEquals(42, recipe.seed());
        assertEquals(0.02, recipe.split().evaluate());
        assertEquals(4096, ((TokenizerSettings.Train) recipe.tokenizer()).vocabSize());
    }

    private static List<String> problemsOf(String yaml) {
        RecipeException e = assertThrows(RecipeException.class, () -> RecipeYaml.read(yaml));
        return e.problems().stream().map(p -> p.at("r.yaml")).toList();
    }
}
