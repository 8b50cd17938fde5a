package lathe.ui.step.train;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import lathe.run.Event;
import lathe.ui.PaneContext;
import lathe.ui.WizardStep;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.Texts;
import lathe.ui.seen.Unlearned;
import org.jspecify.annotations.Nullable;

/** Says before a start that a stage would learn nothing, and shows where that can be seen and mended. */
public final class UnlearnedCard extends VBox {
    private final FailureCard card = new FailureCard();

    public UnlearnedCard() {
        getChildren().add(card);
        managedProperty().bind(card.managedProperty());
    }

    /** Shows what was found; nothing where all is well. */
    void show(@Nullable Unlearned found, PaneContext context) {
        if (found == null) {
            card.hide();
            return;
        }
        Texts texts = context.texts();
        Button look = new Button(texts.get("train.unlearned.look"));
        look.getStyleClass().add("small");
        look.setOnAction(event -> context.go().accept(WizardStep.MIX));
        String what = texts.get(
                found.isCertain() ? "train.unlearned.all" : "train.unlearned.first", found.stage() + 1, found.looked());
        card.show(
                new Event.Failed(what, "train." + found.stage(), "", List.of(texts.get("train.unlearned.mend"))),
                texts,
                look);
    }
}
