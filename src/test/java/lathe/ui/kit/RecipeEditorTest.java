package lathe.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lathe.recipe.Recipe;
import lathe.recipe.RecipeException;
import lathe.recipe.RecipeYaml;
import org.junit.jupiter.api.Test;

class RecipeEditorTest {
    private static final String YAML = "lathe: 1\nname: a\ntrain: [{task: pretrain, steps: 5}]\n";

    @Test
    void undoAndRedoPassThroughEveryRecipe() throws RecipeException {
        RecipeEditor editor = new RecipeEditor(RecipeYaml.read(YAML));
        List<Recipe> seen = new ArrayList<>(List.of(editor.recipe()));
        for (int seed = 1; seed <= 50; seed++) {
            editor.set("seed", Integer.toString(seed));
            seen.add(editor.recipe());
        }
        for (int i = 49; i >= 0; i--) {
            editor.undo();
            assertEquals(seen.get(i), editor.recipe());
        }
        assertFalse(editor.undoableProperty().get());
        assertFalse(editor.changedProperty().get());
        for (int i = 1; i <= 50; i++) {
            editor.redo();
            assertEquals(seen.get(i), editor.recipe());
        }
        assertFalse(editor.redoableProperty().get());
    }

    @Test
    void aValueThatDoesNotFitChangesNothing() throws RecipeException {
        RecipeEditor editor = new RecipeEditor(RecipeYaml.read(YAML));
        Recipe before = editor.recipe();

        assertThrows(RecipeException.class, () -> editor.set("train.0.batch", "none"));

        assertEquals(before, editor.recipe());
        assertFalse(editor.undoableProperty().get());
    }

    @Test
    void theSameValueIsNoEdit() throws RecipeException {
        RecipeEditor editor = new RecipeEditor(RecipeYaml.read(YAML));
        editor.set("seed", "42");
        assertFalse(editor.undoableProperty().get());
    }

    @Test
    void valuesThatExcludeEachOtherAreSetTogether() throws RecipeException {
        RecipeEditor editor = new RecipeEditor(RecipeYaml.read(YAML));
        editor.set(Map.of("train.0.epochs", "2", "train.0.steps", "null"));
        assertEquals(2.0, RecipeValues.at(editor.recipe(), "train.0.epochs"));
        assertEquals(null, RecipeValues.at(editor.recipe(), "train.0.steps"));
        assertTrue(editor.changedProperty().get());
    }
}
