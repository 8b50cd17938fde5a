package lathe.ui.step.clean.rule;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;

/** A rule that can be added: its name, and what it is for in as many lines as that takes. */
public final class RuleMenuItem extends VBox {
    private final String label;
    private final Consumer<String> chosen;

    RuleMenuItem(String label, Texts texts, Consumer<String> chosen) {
        this.label = label;
        this.chosen = chosen;
        setId("add-" + label);
        getStyleClass().add("rule-menu-item");
        getChildren()
                .addAll(
                        Nodes.label(texts.get("rule." + label), "field-label"),
                        Nodes.wrapped(texts.get("rule." + label + ".help"), "faint"));
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(texts.get("rule." + label));
        setCursor(Cursor.HAND);
        setFocusTraversable(true);
        setOnMouseClicked(event -> fire());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                fire();
                event.consume();
            }
        });
    }

    /** Adds the rule. */
    public void fire() {
        chosen.accept(label);
    }
}
