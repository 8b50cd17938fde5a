package lathe.ui.step.model;

import java.util.Locale;
import javafx.scene.layout.HBox;
import lathe.model.adapter.ModelSize;
import lathe.ui.kit.Figure;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/** How many numbers the model has, and how many of them each stage trains. */
public final class SizeFigures extends HBox {

    public SizeFigures() {
        getStyleClass().addAll("card", "figures");
    }

    /** Shows the sizes; without them the card gives its room away. */
    void show(@Nullable ModelSizes sizes, Texts texts) {
        Nodes.show(this, sizes != null);
        getChildren().clear();
        if (sizes != null) {
            add(texts.get("model.figure.total"), sizes.total());
            for (int i = 0; i < sizes.stages().size(); i++) {
                ModelSize size = sizes.stages().get(i);
                add(name(i, size, texts), size.trainable());
            }
        }
    }

    private static String name(int stage, ModelSize size, Texts texts) {
        String name = texts.get("model.figure.trainable", stage + 1);
        String share = String.format(Locale.ROOT, "%.2g %%", 100 * size.trainableShare());
        boolean all = size.trainable() == size.total();
        return all ? name : name + " · " + texts.get("model.figure.share", share);
    }

    private void add(String name, long count) {
        Figure figure = new Figure(name);
        figure.set(Numbers.compact((double) count));
        getChildren().add(figure);
    }
}
