package lathe.ui.step.mix.seen.flow;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How wide boxes are. Letters are measured once: a vocabulary is smaller than a text. */
final class Ruler {
    /** Between two boxes. */
    static final double GAP = 1;
    /** Around the letters of a box in the text, of a special one, and of a chip. */
    static final Insets PLAIN = new Insets(1, 1, 1, 1);

    static final Insets SPECIAL = new Insets(1, 5, 1, 5);
    static final Insets CHIP = new Insets(2, 5, 1, 5);

    /** A box without letters. */
    static final double EMPTY = 7;

    private static final double SMALL = 11.0 / 14;

    private final Map<String, Double> known = new HashMap<>();
    private final Text letters = new Text();

    /** Measures in a font from now on. */
    void use(Font font) {
        if (!font.equals(letters.getFont())) {
            letters.setFont(font);
            known.clear();
        }
    }

    /** The width of a box in the text. */
    double inText(Box box, boolean special) {
        Insets around = special ? SPECIAL : PLAIN;
        return box.isEmpty() ? EMPTY + GAP : letters(box) + around.getLeft() + around.getRight() + GAP;
    }

    /** The width of a chip, with the id in small figures below. */
    double asChip(Box box, int id) {
        double figures = 1 + SMALL * width(Integer.toString(id));
        return Math.max(letters(box), figures) + CHIP.getLeft() + CHIP.getRight() + 3 * GAP;
    }

    private double letters(Box box) {
        double all = 0;
        for (Stroke stroke : box.strokes()) {
            all += width(stroke.letters());
        }
        return all;
    }

    private double width(String text) {
        return known.computeIfAbsent(text, each -> {
            letters.setText(each);
            // boxes begin and end at whole pixels
            return Math.ceil(letters.getLayoutBounds().getWidth());
        });
    }
}
