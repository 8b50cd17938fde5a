package lathe.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampleRecipeTest {
    private static final Path SAMPLE = Path.of("sample-data");

    private final Recipe recipe = read();

    @Test
    void showsEveryRule() {
        Set<String> rules = new HashSet<>();
        recipe.clean().forEach(rule -> rules.add(rule.label()));

        assertEquals(Set.of("language", "keywords", "special-characters", "text-length", "exact-duplicates"), rules);
    }

    @Test
    void everySourceLiesBesideTheRecipe() {
        for (CorpusSource source : recipe.corpus()) {
            assertTrue(Files.exists(SAMPLE.resolve(source.path())), source.path());
        }
    }

    @Test
    void preTrainsOnTextThenTunesAnAdapterOnQuestions() {
        TrainStage first = recipe.train().get(0);
        TrainStage second = recipe.train().get(1);

        assertEquals(2, recipe.train().size());
        assertEquals(TrainStage.Task.PRETRAIN, first.task());
        assertEquals(List.of("workshop"), first.sources());
        assertEquals(TrainStage.Method.LORA, second.method());
        assertEquals(TrainStage.LossOn.RESPONSES, second.lossOn());
        assertEquals(List.of("questions"), second.sources());
    }

    @Test
    void asksInBothLanguagesAndExportsTheAdapterAndTheModel() {
        List<String> prompts = recipe.evaluate().prompts();

        assertTrue(prompts.stream().anyMatch(prompt -> prompt.matches("\\p{ASCII}+")), prompts.toString());
        assertTrue(prompts.stream().anyMatch(prompt -> prompt.matches(".*\\p{IsHan}.*")), prompts.toString());
        assertEquals(List.of(ExportFormat.ADAPTER, ExportFormat.HF), recipe.export());
    }

    @Test
    void theFolderStaysSmall() throws IOException {
        try (var files = Files.walk(SAMPLE)) {
            long bytes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();

            assertTrue(bytes < 1_500_000, bytes + " bytes");
        }
    }

    private static Recipe read() {
        try {
            return RecipeYaml.read(Files.readString(SAMPLE.resolve("quickstart.yaml")));
        } catch (IOException | RecipeException e) {
            throw new AssertionError("sample-data/quickstart.yaml cannot be read", e);
        }
    }
}
