package lathe.ui.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lathe.recipe.Recipe;
import lathe.recipe.RecipeException;
import lathe.recipe.RecipeYaml;

/** The one document of the window: a recipe, and the recipes before and after it. */
public final class RecipeEditor {
    private static final int MOST_UNDO = 500;

    private final ReadOnlyObjectWrapper<Recipe> recipe;
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final Deque<Recipe> past = new ArrayDeque<>();
    private final Deque<Recipe> future = new ArrayDeque<>();
    private Recipe saved;

    public RecipeEditor(Recipe first) {
        recipe = new ReadOnlyObjectWrapper<>(first);
        saved = first;
    }

    public Recipe recipe() {
        return recipe.get();
    }

    public ReadOnlyObjectProperty<Recipe> recipeProperty() {
        return recipe.getReadOnlyProperty();
    }

    /** Whether there is an edit to take back. */
    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** Whether there is an edit to make again. */
    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /** Whether the recipe differs from its file. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /**
     * Replaces one value, as {@code --set} does.
     *
     * @throws RecipeException if the value does not fit; the recipe stays as it is
     */
    public void set(String path, String yaml) throws RecipeException {
        set(Map.of(path, yaml));
    }

    /**
     * Replaces several values in one edit.
     *
     * @throws RecipeException if they do not fit; the recipe stays as it is
     */
    public void set(Map<String, String> values) throws RecipeException {
        become(RecipeYaml.read(RecipeYaml.write(recipe()), values));
    }

    /**
     * Replaces the recipe by an edited one.
     *
     * @throws RecipeException if the edited one does not hold together; the recipe stays as it is
     */
    public void edit(Recipe edited) throws RecipeException {
        become(RecipeYaml.read(RecipeYaml.write(edited)));
    }

    /** Starts anew with another document; there is nothing to undo then. */
    public void open(Recipe other) {
        past.clear();
        future.clear();
        saved = other;
        show(other);
    }

    /** Takes the present recipe for what the file holds. */
    public void markSaved() {
        saved = recipe();
        show(saved);
    }

    public void undo() {
        move(past, future);
    }

    public void redo() {
        move(future, past);
    }

    private void become(Recipe edited) {
        if (edited.equals(recipe())) {
            return;
        }
        past.push(recipe());
        if (past.size() > MOST_UNDO) {
            past.removeLast();
        }
        future.clear();
        show(edited);
    }

    private void move(Deque<Recipe> from, Deque<Recipe> to) {
        if (!from.isEmpty()) {
            to.push(recipe());
            show(from.pop());
        }
    }

    private void show(Recipe now) {
        recipe.set(now);
        undoable.set(!past.isEmpty());
        redoable.set(!future.isEmpty());
        changed.set(!now.equals(saved));
    }
}
