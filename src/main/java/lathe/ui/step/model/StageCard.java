package lathe.ui.step.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lathe.recipe.GuardSettings;
import lathe.recipe.LoraSettings;
import lathe.recipe.LossSettings;
import lathe.recipe.SettingsTable;
import lathe.recipe.TrainStage;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.RecipeEditor;
import lathe.ui.kit.Segments;
import lathe.ui.kit.Texts;
import lathe.ui.kit.form.SettingsForm;

/** One training stage: its settings in groups, of which one is on screen. */
final class StageCard extends VBox {
    private final int index;
    private final RecipeEditor editor;
    private final Texts texts;
    private final VBox place = new VBox();
    private final Segments tabs = new Segments();
    private final HBox head = new HBox();
    private int tab;

    /** A group of settings of a stage. */
    private enum Group {
        TASK("task", "method", "sources", "template", "loss-on"),
        AMOUNT(
                "steps",
                "epochs",
                "context",
                "packing",
                "batch",
                "accumulate",
                "precision",
                "double-quant",
                "gradient-checkpointing"),
        OPTIMIZER(
                "learning-rate",
                "schedule",
                "warmup",
                "minimum-ratio",
                "decay-share",
                "weight-decay",
                "clip",
                "beta1",
                "beta2",
                "optimizer",
                "optimizer-offload"),
        LOSS(),
        GUARDS(),
        ADAPTER(),
        UPKEEP("evaluate-every", "checkpoint-every", "keep");

        /** What only stages on conversations have. */
        private static final Set<String> CONVERSATIONS = Set.of("template", "loss-on", "packing");

        private final String keys;

        Group(String... keys) {
            this.keys = String.join(" ", keys);
        }

        List<String> keys() {
            return List.of(keys.split(" ", -1));
        }

        String[] keys(TrainStage stage) {
            boolean conversations = stage.task() == TrainStage.Task.SFT;
            boolean quantized = stage.method() == TrainStage.Method.QLORA;
            return keys().stream()
                    .filter(key -> conversations || !CONVERSATIONS.contains(key))
                    .filter(key -> quantized || !key.equals("double-quant"))
                    .toArray(String[]::new);
        }
    }

    StageCard(int index, RecipeEditor editor, Texts texts, Runnable remove) {
        this.index = index;
        this.editor = editor;
        this.texts = texts;
        getStyleClass().add("card");
        Label title = Nodes.label(title(), "card-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button bin = Nodes.iconButton("fth-trash-2", texts.get("model.remove"), remove);
        head.getChildren().setAll(title, gap, bin);
        head.getStyleClass().add("row");
        // seven groups of settings need a row of their own
        getChildren().addAll(head, new HBox(tabs), place);
        tabs.onChoose(this::open);
        fill(0);
    }

    /** Keys of a stage that one of the groups shows itself; sections have groups of their own. */
    static Set<String> shown() {
        return Arrays.stream(Group.values())
                .flatMap(group -> group.keys().stream())
                .collect(Collectors.toSet());
    }

    /** Takes named sets of values in. */
    void offer(PresetChoice presets) {
        head.getChildren().add(2, presets.menu());
        getChildren().add(1, presets.note());
    }

    /** The stage as the recipe has it now. */
    TrainStage stage() {
        return editor.recipe().train().get(index);
    }

    /** Which group is on screen, to open it again when the card is made anew. */
    int tab() {
        return tab;
    }

    void fill(int open) {
        List<Group> groups = groups();
        tabs.fill(
                groups.stream().map(group -> texts.get("model.group." + group)).toList());
        open(Math.min(open, groups.size() - 1));
    }

    private String title() {
        TrainStage stage = stage();
        return texts.get("preview.stage", index + 1) + " · "
                + texts.get("choice.Task." + SettingsTable.word(stage.task()));
    }

    /** A stage without an adapter has no settings for one. */
    private List<Group> groups() {
        List<Group> groups = new ArrayList<>(List.of(Group.values()));
        if (!stage().method().isAdapter()) {
            groups.remove(Group.ADAPTER);
        }
        return groups;
    }

    private void open(int chosen) {
        tab = chosen;
        tabs.select(chosen);
        Group group = groups().get(chosen);
        String path = "train." + index;
        place.getChildren()
                .setAll(
                        switch (group) {
                            case ADAPTER -> new SettingsForm(LoraSettings.class, path + ".lora", editor, texts);
                            case LOSS -> new SettingsForm(LossSettings.class, path + ".loss", editor, texts);
                            case GUARDS -> new SettingsForm(GuardSettings.class, path + ".guards", editor, texts);
                            default -> new SettingsForm(TrainStage.class, path, editor, texts, group.keys(stage()));
                        });
    }
}
