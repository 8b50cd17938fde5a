package lathe.ui;

import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lathe.recipe.ModelSettings;
import lathe.recipe.Recipe;
import lathe.recipe.SettingsTable;
import lathe.recipe.TokenizerSettings;
import lathe.recipe.TrainStage;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;
import lathe.ui.kit.form.SettingDefaults;

/** The column that says what a run would do, whatever pane is open. */
final class RunPreview {
    private final Pane place;
    private final Texts texts;

    RunPreview(Pane place, Texts texts) {
        this.place = place;
        this.texts = texts;
    }

    /** Shows what a recipe amounts to. */
    void show(Recipe recipe, String device) {
        place.getChildren().setAll(Nodes.label(texts.get("preview.title"), "preview-title"));
        row("preview.data", data(recipe));
        row("preview.tokenizer", tokenizer(recipe));
        row("preview.model", model(recipe));
        row("preview.device", texts.orElse("preview.device." + device, device));
        for (int i = 0; i < recipe.train().size(); i++) {
            stage(i, recipe.train().get(i));
        }
        if (recipe.train().isEmpty()) {
            place.getChildren().add(Nodes.wrapped(texts.get("preview.notrain"), "preview-note"));
        }
        String changed = texts.get("preview.changed", SettingDefaults.ofTraining(recipe));
        place.getChildren().add(Nodes.wrapped(changed, "preview-note"));
    }

    private void stage(int index, TrainStage stage) {
        String task = word("choice.Task.", stage.task());
        place.getChildren().add(Nodes.label(texts.get("preview.stage", index + 1) + " · " + task, "preview-section"));
        row("preview.method", method(stage));
        row("preview.length", length(stage));
        String batch =
                texts.get("preview.batchOf", stage.batch(), stage.accumulate(), stage.batch() * stage.accumulate());
        row("preview.batch", batch);
        row("preview.context", Numbers.whole(stage.context()));
        row("preview.rate", Numbers.typed(stage.learningRate()));
    }

    private String data(Recipe recipe) {
        if (recipe.corpus().isEmpty()) {
            return texts.get("preview.nodata");
        }
        return recipe.corpus().stream()
                .map(source -> source.source())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String tokenizer(Recipe recipe) {
        if (recipe.tokenizer() instanceof TokenizerSettings.Train train) {
            return texts.get("preview.vocab", train.vocabSize());
        }
        return recipe.tokenizer() instanceof TokenizerSettings.Extend grown
                ? texts.get("preview.grown", last(grown.extend()), grown.add())
                : last(((TokenizerSettings.From) recipe.tokenizer()).from());
    }

    private String model(Recipe recipe) {
        return recipe.model() instanceof ModelSettings.New made
                ? texts.get(
                        "preview.new",
                        word("choice.Architecture.", made.architecture()),
                        made.layers(),
                        made.hiddenSize())
                : last(((ModelSettings.From) recipe.model()).from());
    }

    private String method(TrainStage stage) {
        String name = word("choice.Method.", stage.method());
        return stage.method().isAdapter()
                ? name + " · r " + stage.lora().r() + " · α "
                        + Numbers.typed(stage.lora().alpha())
                : name;
    }

    private String length(TrainStage stage) {
        if (stage.steps() != null) {
            return texts.get("preview.steps", stage.steps());
        }
        return texts.get("preview.epochs", stage.epochs() == null ? 1.0 : stage.epochs());
    }

    private String word(String prefix, Enum<?> value) {
        return texts.get(prefix + SettingsTable.word(value));
    }

    private static String last(String path) {
        return path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
    }

    private void row(String key, String value) {
        Label name = Nodes.label(texts.get(key), "preview-key");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label text = Nodes.wrapped(value, "preview-value");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        place.getChildren().add(new HBox(8, name, text));
    }
}
