package lathe.ui.step.tokenizer.attempt;

import java.util.Locale;
import javafx.scene.layout.HBox;
import lathe.ui.kit.Figure;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;

/** The numbers above the try-box. */
public final class CutFigures extends HBox {
    private Figure vocabulary = new Figure("");
    private Figure count = new Figure("");
    private Figure bytes = new Figure("");

    public CutFigures() {
        getStyleClass().add("figures");
    }

    /** Puts the figures there, with their names. */
    public void name(Texts texts) {
        vocabulary = new Figure(texts.get("tokenizer.figure.vocabulary"));
        count = new Figure(texts.get("tokenizer.figure.tokens"));
        bytes = new Figure(texts.get("tokenizer.figure.bytes"));
        getChildren().setAll(vocabulary, count, bytes);
    }

    /** Shows a cut text. */
    public void show(Cut cut) {
        vocabulary.set(Numbers.whole(cut.vocabSize()));
        count.set(Numbers.whole(cut.tokens().size()));
        bytes.set(cut.tokens().isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", cut.bytesPerToken()));
    }
}
