package lathe.ui.step.corpus.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import lathe.recipe.Recipe;
import lathe.recipe.RecipeYaml;
import lathe.ui.kit.RecipeEditor;
import org.junit.jupiter.api.Test;

class SourceEditsTest {
    private static final String RECIPE =
            """
            lathe: 1
            name: small
            corpus:
              - {path: a.jsonl, source: web}
              - {path: b.jsonl, source: chat, preset: alpaca, map: {text: body}}
              - {path: c.jsonl, source: twice}
              - {path: d.jsonl, source: twice}
            mix: {weights: {web: 3, chat: 1}}
            train:
              - {task: pretrain, sources: [web]}
              - {task: sft, sources: [chat, web, twice]}
            """;

    @Test
    void aNewNameReachesWeightsAndStages() throws Exception {
        RecipeEditor editor = new RecipeEditor(RecipeYaml.read(RECIPE));
        editor.set(SourceEdits.rename(editor.recipe(), 0, "网页: \"x\""));
        Recipe renamed = editor.recipe();
        assertEquals("网页: \"x\"", renamed.corpus().get(0).source());
        assertEquals(Map.of("网页: \"x\"", 3.0, "chat", 1.0), renamed.mix().weights());
        assertEquals(List.of("网页: \"x\""), renamed.train().get(0).sources());
        assertEquals(
                List.of("chat", "网页: \"x\"", "twice"), renamed.train().get(1).sources());
        editor.undo();
        assertEquals(RecipeYaml.read(RECIPE), editor.recipe());
    }

    @Test
    void aNameThatAnotherEntryKeepsStaysWhereItIsSpokenOf() throws Exception {
        RecipeEditor editor = new RecipeEditor(RecipeYaml.read(RECIPE));
        editor.set(SourceEdits.rename(editor.recipe(), 2, "once"));
        assertEquals(
                List.of("chat", "web", "twice"), editor.recipe().train().get(1).sources());
    }

    @Test
    void whatIsRemovedIsNoLongerSpokenOf() throws Exception {
        RecipeEditor editor = new RecipeEditor(RecipeYaml.read(RECIPE));
        editor.set(SourceEdits.remove(editor.recipe(), 1));
        assertEquals(3, editor.recipe().corpus().size());
        assertEquals(Map.of("web", 3.0), editor.recipe().mix().weights());
        assertEquals(List.of("web", "twice"), editor.recipe().train().get(1).sources());
    }

    @Test
    void theLastSourceOfAStageIsKnown() throws Exception {
        Recipe recipe = RecipeYaml.read(RECIPE);
        assertEquals(1, SourceEdits.stageThatNeeds(recipe, 0));
        assertEquals(0, SourceEdits.stageThatNeeds(recipe, 1));
        assertTrue(SourceEdits.isTaken(recipe, 0, "chat"));
        assertFalse(SourceEdits.isTaken(recipe, 0, "web"));
    }
}
