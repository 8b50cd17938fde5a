package lathe.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** The steps down the left side, each with its mark. All of them can be reached at any time. */
final class StepRail {
    private final Map<WizardStep, ToggleButton> buttons = new EnumMap<>(WizardStep.class);
    private final Map<WizardStep, FontIcon> marks = new EnumMap<>(WizardStep.class);
    private final ToggleGroup group = new ToggleGroup();
    private final Texts texts;

    StepRail(Pane place, Texts texts, Consumer<WizardStep> chosen) {
        this.texts = texts;
        for (WizardStep step : WizardStep.values()) {
            place.getChildren().add(button(step, chosen));
        }
    }

    /** Shows which step is on screen. */
    void select(WizardStep step) {
        group.selectToggle(buttons.get(step));
    }

    /** Shows how the steps stand. */
    void mark(Map<WizardStep, StepMark> now) {
        marks.forEach((step, icon) -> mark(step, icon, now.getOrDefault(step, StepMark.NOT_YET)));
    }

    private void mark(WizardStep step, FontIcon icon, StepMark mark) {
        icon.setIconLiteral(mark.icon());
        icon.getStyleClass().setAll("ikonli-font-icon", "step-mark", mark.style());
        String words = texts.get("state." + mark);
        ToggleButton button = Objects.requireNonNull(buttons.get(step));
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(texts.get("step." + step.word()) + ": " + words);
    }

    private ToggleButton button(WizardStep step, Consumer<WizardStep> chosen) {
        FontIcon icon = new FontIcon(step.icon());
        icon.getStyleClass().add("step-icon");
        Label name = Nodes.label(texts.get("step." + step.word()), "step-name");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        FontIcon mark = new FontIcon(StepMark.NOT_YET.icon());
        HBox row = new HBox(12, icon, name, gap, mark);
        row.setAlignment(Pos.CENTER_LEFT);
        ToggleButton button = new ToggleButton(null, row);
        button.setId("rail-" + step.word());
        button.getStyleClass().setAll("rail-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(group);
        row.prefWidthProperty().bind(button.widthProperty().subtract(28));
        button.setOnAction(event -> chosen.accept(step));
        buttons.put(step, button);
        marks.put(step, mark);
        return button;
    }
}
