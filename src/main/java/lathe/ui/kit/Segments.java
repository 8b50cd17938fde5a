package lathe.ui.kit;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A choice between a few ways, side by side; exactly one is chosen. */
public final class Segments extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private IntConsumer listener = index -> {};

    public Segments() {
        getStyleClass().add("segments");
    }

    /** Puts the ways there. */
    public void fill(List<String> words) {
        getChildren().clear();
        for (int i = 0; i < words.size(); i++) {
            getChildren().add(button(words, i));
        }
    }

    /** Tells which one the user chose. */
    public void onChoose(IntConsumer newListener) {
        listener = newListener;
    }

    /** Shows which one holds. */
    public void select(int index) {
        if (index < getChildren().size()) {
            group.selectToggle((ToggleButton) getChildren().get(index));
        }
    }

    private ToggleButton button(List<String> words, int index) {
        ToggleButton button = new ToggleButton(words.get(index));
        String place = index == 0 ? "left-pill" : index == words.size() - 1 ? "right-pill" : "center-pill";
        if (words.size() > 1) {
            button.getStyleClass().add(place);
        }
        button.setToggleGroup(group);
        button.setOnAction(event -> {
            button.setSelected(true);
            listener.accept(index);
        });
        return button;
    }
}
