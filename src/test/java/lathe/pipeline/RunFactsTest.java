package lathe.pipeline;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import lathe.recipe.Recipe;
import lathe.recipe.RecipeYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFactsTest {

    @Test
    void placesOfTheMachineStayOutOfACard(@TempDir Path folder) throws Exception {
        Path data = Files.writeString(folder.resolve("web.jsonl"), "{}");
        Path words = Files.writeString(folder.resolve("words.txt"), "bad");
        String yaml =
                """
                name: x
                corpus: [{path: "%s", source: web}]
                clean: [{rule: keywords, lists: ["%s"], max: 0}, {rule: replace, pattern: "a\\0b", with: "/usr"}]
                evaluate: {prompts: ["%s", 你好]}
                """
                        .formatted(data, words, data);
        Recipe recipe = RecipeYaml.read(yaml);
        String shared = RunFacts.shared(recipe);
        assertTrue(shared.contains("path: web.jsonl"), shared);
        assertTrue(shared.contains("- words.txt"), shared);
        assertTrue(shared.contains("- " + data), "a prompt is what was asked: " + shared);
        assertFalse(shared.contains(words.toString()), shared);
    }
}
