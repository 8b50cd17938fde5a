package lathe.ui.step.model;

import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import lathe.recipe.RecipeException;
import lathe.recipe.SettingsTable;
import lathe.recipe.StagePreset;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/** Offers named sets of values for a stage, and says what the last one changed in it. */
final class PresetChoice {
    private final int index;
    private final ModelViewModel model;
    private final Texts texts;
    private final MenuButton menu = new MenuButton();
    private final Label note = Nodes.wrapped("", "card-note");

    PresetChoice(int index, ModelViewModel model, Texts texts) {
        this.index = index;
        this.model = model;
        this.texts = texts;
        menu.setText(texts.get("model.preset"));
        menu.setId("presets-" + index);
        for (StagePreset preset : StagePreset.values()) {
            MenuItem item = new MenuItem(name(preset));
            item.setOnAction(event -> choose(preset));
            menu.getItems().add(item);
        }
        PresetChanges last = model.applied(index);
        say(last == null ? null : last.sentence(texts));
    }

    MenuButton menu() {
        return menu;
    }

    Label note() {
        return note;
    }

    private String name(StagePreset preset) {
        return texts.get("choice.StagePreset." + SettingsTable.word(preset));
    }

    private void choose(StagePreset preset) {
        try {
            model.apply(index, preset);
            PresetChanges now = model.applied(index);
            say(now == null ? null : now.sentence(texts));
        } catch (RecipeException e) {
            String reasons =
                    e.problems().get(0).path() + " " + e.problems().get(0).reason();
            say(texts.get("model.preset.refused", name(preset), reasons));
        }
    }

    private void say(@Nullable String sentence) {
        note.setText(sentence == null ? "" : sentence);
        Nodes.show(note, sentence != null);
    }
}
