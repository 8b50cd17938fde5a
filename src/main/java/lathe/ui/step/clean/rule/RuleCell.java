package lathe.ui.step.clean.rule;

import atlantafx.base.controls.ToggleSwitch;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.step.clean.trial.Trial;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A rule as a card: on or off, what it bounds, what it takes out; up, down, away, or dragged. */
public final class RuleCell extends ListCell<RuleRow> {
    private final Texts texts;
    private final RuleActions actions;
    private final Label taken = Nodes.label("", "rule-taken");
    private final Label alone = Nodes.label("", "faint");
    private final ChangeListener<@Nullable Trial> listener = (property, before, now) -> showEffect(now);

    public RuleCell(Texts texts, RuleActions actions) {
        this.texts = texts;
        this.actions = actions;
        setPrefWidth(0);
        taken.setMinWidth(USE_PREF_SIZE);
        taken.setTooltip(new Tooltip(texts.get("clean.taken.tip")));
        alone.setMinWidth(USE_PREF_SIZE);
        alone.setTooltip(new Tooltip(texts.get("clean.alone.tip")));
        actions.trialProperty().addListener(new WeakChangeListener<>(listener));
        RuleDrag.on(this, actions);
    }

    @Override
    protected void updateItem(RuleRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        setTooltip(new Tooltip(texts.get("rule." + row.rule().label() + ".help")));
        setGraphic(card(row));
        showEffect(actions.trialProperty().getValue());
    }

    private VBox card(RuleRow row) {
        String name = texts.get("rule." + row.rule().label());
        ToggleSwitch on = new ToggleSwitch();
        on.setSelected(row.on());
        on.setAccessibleText(name);
        on.selectedProperty().addListener((property, before, now) -> actions.set(getIndex(), now));
        FontIcon icon = new FontIcon(RuleGroup.of(row.rule().getClass()).icon());
        icon.getStyleClass().add("rule-icon");
        Label title = Nodes.label(name, row.on() ? "field-label" : "quiet");
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(icon, title, taken, on);
        head.getStyleClass().add("rule-head");
        VBox card = new VBox(head, foot(row));
        card.getStyleClass().add("rule-card");
        return card;
    }

    private HBox foot(RuleRow row) {
        Label words = Nodes.label(RuleWords.of(row.rule(), texts), "faint");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox buttons = new HBox(
                Nodes.iconButton("fth-arrow-up", texts.get("clean.up"), () -> actions.move(getIndex(), -1)),
                Nodes.iconButton("fth-arrow-down", texts.get("clean.down"), () -> actions.move(getIndex(), 1)),
                Nodes.iconButton("fth-x", texts.get("clean.remove"), () -> actions.remove(getIndex())));
        buttons.getStyleClass().add("rule-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        HBox foot = new HBox(words, alone, buttons);
        foot.getStyleClass().add("rule-foot");
        return foot;
    }

    private void showEffect(@Nullable Trial trial) {
        RuleRow row = getItem();
        if (row != null) {
            int place = actions.place(getIndex());
            taken.setText(RuleEffect.taken(trial, place, row.rule()));
            alone.setText(RuleEffect.alone(trial, place, row.rule(), texts));
        }
    }
}
