package lathe.ui.step.corpus.look;

import java.util.Locale;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A text in which the places that were searched for stand out; of a very long one the part around the first place. */
public final class MarkedText {
    private static final int BEFORE = 200;
    private static final int MOST_MARKS = 300;

    private MarkedText() {}

    /**
     * The text.
     *
     * @param sought marked where it stands, in either case; empty for nothing
     * @param most characters that are shown
     */
    public static TextFlow of(String words, String sought, int most) {
        TextFlow flow = new TextFlow();
        String wanted = sought.toLowerCase(Locale.ROOT);
        String lower = words.toLowerCase(Locale.ROOT);
        // a few letters change their length with their case: then nothing can be marked in its place
        boolean marks = !wanted.isEmpty() && lower.length() == words.length();
        int first = marks ? lower.indexOf(wanted) : -1;
        int from = first + wanted.length() > most ? Math.max(0, first - BEFORE) : 0;
        int to = Math.min(words.length(), from + most);
        add(flow, from > 0 ? "… " : "", false);
        int at = from;
        for (int hit = first;
                hit >= 0 && hit + wanted.length() <= to && flow.getChildren().size() < MOST_MARKS; ) {
            add(flow, words.substring(at, hit), false);
            at = hit + wanted.length();
            add(flow, words.substring(hit, at), true);
            hit = lower.indexOf(wanted, at);
        }
        add(flow, words.substring(at, to) + (to < words.length() ? " …" : ""), false);
        return flow;
    }

    private static void add(TextFlow flow, String words, boolean hit) {
        if (!words.isEmpty()) {
            Text text = new Text(words);
            text.getStyleClass().add(hit ? "text-hit" : "text-plain");
            flow.getChildren().add(text);
        }
    }
}
