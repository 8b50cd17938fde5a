package lathe.ui.step.clean.privacy;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lathe.recipe.SettingsTable;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;
import lathe.ui.step.clean.look.DiffText;
import org.jspecify.annotations.Nullable;

/** What personal information was found, by kind, with examples in their surroundings. */
public final class PrivacyTab extends VBox {
    private final EmptyState empty = new EmptyState();
    private final Label count = Nodes.label("", "quiet");
    private final FlowPane kinds = new FlowPane();
    private final VBox examples = new VBox();
    private final ScrollPane scroll = new ScrollPane(examples);
    private IntConsumer opened = record -> {};

    public PrivacyTab() {
        getStyleClass().add("tab-body");
        kinds.setId("privacy-kinds");
        kinds.getStyleClass().add("filter-bar");
        examples.setId("privacy-examples");
        examples.getStyleClass().add("samples");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("pane-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(empty, count, kinds, scroll);
    }

    /**
     * Shows the audit from now on.
     *
     * @param open is told which record somebody wants to see whole
     * @param add adds the rule where there is none
     */
    public void watch(PrivacyViewModel model, Texts texts, IntConsumer open, Runnable add) {
        opened = open;
        empty.setIcon("fth-shield");
        empty.setTitle(texts.get("clean.privacy.empty.title"));
        empty.setText(texts.get("clean.privacy.empty.text"));
        empty.setAction(texts.get("clean.privacy.add"));
        empty.setOnAction(event -> add.run());
        model.auditProperty().addListener((property, before, now) -> show(now, texts));
        show(model.auditProperty().get(), texts);
    }

    private void show(@Nullable PrivacyAudit audit, Texts texts) {
        Nodes.show(empty, audit == null);
        Nodes.show(count, audit != null);
        Nodes.show(kinds, audit != null);
        Nodes.show(scroll, audit != null);
        kinds.getChildren().clear();
        examples.getChildren().clear();
        if (audit == null) {
            return;
        }
        int spans = audit.kinds().stream().mapToInt(PrivacyAudit.Kind::spans).sum();
        count.setText(texts.get("clean.privacy.count", spans, audit.records()));
        ToggleGroup group = new ToggleGroup();
        for (PrivacyAudit.Kind kind : audit.kinds()) {
            kinds.getChildren().add(chip(kind, group, texts));
        }
        if (!kinds.getChildren().isEmpty()) {
            ((ToggleButton) kinds.getChildren().get(0)).fire();
        }
    }

    private ToggleButton chip(PrivacyAudit.Kind kind, ToggleGroup group, Texts texts) {
        ToggleButton chip = new ToggleButton(name(kind, texts) + "  " + Numbers.whole(kind.spans()));
        chip.getStyleClass().add("filter-chip");
        chip.setToggleGroup(group);
        chip.setOnAction(event -> {
            chip.setSelected(true);
            fill(kind.examples(), texts);
        });
        return chip;
    }

    private static String name(PrivacyAudit.Kind kind, Texts texts) {
        return kind.kind()
                .map(known -> texts.get("choice.PersonalKind." + SettingsTable.word(known)))
                .orElse(texts.get("clean.privacy.other"));
    }

    private void fill(List<PrivacyAudit.Example> found, Texts texts) {
        examples.getChildren().clear();
        for (PrivacyAudit.Example example : found) {
            Button open = new Button(texts.get("clean.open"));
            open.getStyleClass().addAll("flat", "small");
            open.setOnAction(event -> opened.accept(example.record()));
            VBox box = new VBox(DiffText.of(example.before(), List.of(example.change())));
            box.getStyleClass().add("trace-edit");
            box.getChildren().add(open);
            examples.getChildren().add(box);
        }
    }
}
