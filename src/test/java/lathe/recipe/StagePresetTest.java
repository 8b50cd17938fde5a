package lathe.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StagePresetTest {
    private static TrainStage stage(String yaml) throws RecipeException {
        return recipe(yaml).train().get(0);
    }

    private static Recipe recipe(String yaml) throws RecipeException {
        return RecipeYaml.read("lathe: 1\nname: n\ntrain: [" + yaml + "]");
    }

    @ParameterizedTest
    @EnumSource(StagePreset.class)
    void eachIsAWholeStageThatReadsBackEqual(StagePreset preset) throws RecipeException {
        Recipe recipe = recipe("{preset: " + SettingsTable.word(preset) + "}");
        assertEquals(preset, recipe.train().get(0).preset());
        assertEquals(recipe, RecipeYaml.read(RecipeYaml.write(recipe)));
    }

    @Test
    void theirValuesAreThoseOfTheirSources() throws RecipeException {
        TrainStage trainer = stage("{preset: trainer}");
        assertEquals(5e-5, trainer.learningRate());
        assertEquals(TrainStage.Schedule.LINEAR, trainer.schedule());
        assertEquals(0.999, trainer.beta2());
        assertEquals(3.0, trainer.epochs());
        assertEquals(TrainStage.Task.PRETRAIN, trainer.task());
        TrainStage sft = stage("{preset: sft-trainer}");
        assertEquals(2e-5, sft.learningRate());
        assertEquals(1024, sft.context());
        TrainStage qlora = stage("{preset: qlora}");
        assertEquals(LoraSettings.of(64, 16, 0.1, List.of("all-linear")), qlora.lora());
        assertEquals(0.3, qlora.clip());
        assertEquals(TrainStage.Schedule.CONSTANT, qlora.schedule());
        assertEquals(128, stage("{preset: qlora-2r}").lora().alpha());
        assertEquals(
                List.of("q_proj", "v_proj"),
                stage("{preset: lora-llama-2}").lora().targets());
    }

    @Test
    void whatTheStageSaysItselfWins() throws RecipeException {
        TrainStage stage = stage("{preset: qlora, epochs: 2, learning-rate: 1e-3, lora: {alpha: 32}}");
        assertEquals(1e-3, stage.learningRate());
        assertEquals(2.0, stage.epochs());
        assertNull(stage.steps());
        assertEquals(64, stage.lora().r());
        assertEquals(32, stage.lora().alpha());
    }

    @Test
    void aPresetCanBeSetFromOutside() throws RecipeException {
        Recipe recipe =
                RecipeYaml.read("lathe: 1\nname: n\ntrain: [{task: sft}]", Map.of("train.0.preset", "sft-trainer"));
        assertEquals(1024, recipe.train().get(0).context());
    }

    @Test
    void anUnknownNameIsRefusedWithTheNearest() {
        RecipeException e = assertThrows(RecipeException.class, () -> stage("{preset: qlorra, task: sft}"));
        assertTrue(
                e.problems().get(0).reason().contains("did you mean qlora?"),
                e.problems().toString());
    }

    @Test
    void bestWeightsNeedHeldOutData() {
        RecipeException e = assertThrows(
                RecipeException.class,
                () -> RecipeYaml.read("lathe: 1\nname: n\nsplit: {evaluate: 0}\n"
                        + "train: [{task: sft, guards: {early-stopping-patience: 2}}]"));
        assertEquals("train.0.guards", e.problems().get(0).path());
    }
}
