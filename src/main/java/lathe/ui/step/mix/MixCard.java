package lathe.ui.step.mix;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/** What each stage sees of each source, once it was mixed. */
public final class MixCard extends VBox {
    private final Label title = Nodes.label("", "card-title");
    private final Label stale = Nodes.label("", "chip", "chip-edited");
    private final VBox stages = new VBox(12);

    public MixCard() {
        getStyleClass().add("card");
        HBox head = new HBox(title, stale);
        head.getStyleClass().add("row");
        getChildren().addAll(head, stages);
    }

    /** Shows the account of a mix; nothing where there is none. */
    void show(MixViewModel.@Nullable Mixed mixed, Texts texts) {
        Nodes.show(this, mixed != null);
        if (mixed != null) {
            title.setText(texts.get("mix.result"));
            stale.setText(texts.get("result.stale"));
            Nodes.show(stale, !mixed.current());
            stages.getChildren()
                    .setAll(mixed.report().stages().stream()
                            .map(stage -> new StageMixView(stage, texts))
                            .toList());
        }
    }
}
