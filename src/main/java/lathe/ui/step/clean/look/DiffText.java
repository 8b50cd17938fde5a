package lathe.ui.step.clean.look;

import java.util.List;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import lathe.clean.rule.Changes.Change;

/** What a rule changed in a text: what went is struck through, what came stands beside it, with some text around. */
public final class DiffText {
    private static final int AROUND = 48;
    private static final int MOST_CHANGES = 60;
    private static final int MOST_OF_ONE = 240;

    private DiffText() {}

    /** The changes of a text. */
    public static TextFlow of(String before, List<Change> changes) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("diff");
        int at = 0;
        for (Change change : changes.subList(0, Math.min(MOST_CHANGES, changes.size()))) {
            gap(flow, before, at, change.from(), at == 0);
            add(flow, visible(before.substring(change.from(), change.to())), "diff-gone");
            add(flow, visible(change.with()), "diff-new");
            at = change.to();
        }
        int end = safe(before, Math.min(before.length(), at + AROUND));
        add(flow, before.substring(at, end) + (end < before.length() ? " …" : ""), "text-plain");
        if (changes.size() > MOST_CHANGES) {
            add(flow, "\n… +" + (changes.size() - MOST_CHANGES), "text-quiet");
        }
        return flow;
    }

    /** The text between two changes; of a long one both ends. */
    private static void gap(TextFlow flow, String text, int from, int to, boolean first) {
        if (to - from <= 2 * AROUND) {
            add(flow, text.substring(from, to), "text-plain");
            return;
        }
        String head = first ? "" : text.substring(from, safe(text, from + AROUND));
        add(flow, head + " … " + text.substring(safe(text, to - AROUND), to), "text-plain");
    }

    /** A place that does not part the halves of one character. */
    private static int safe(String text, int at) {
        boolean inside = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return inside ? at + 1 : at;
    }

    /** Blanks and controls would not be seen where they are all that changed. */
    private static String visible(String words) {
        String cut = words.length() <= MOST_OF_ONE ? words : words.substring(0, safe(words, MOST_OF_ONE)) + "…";
        StringBuilder out = new StringBuilder();
        cut.codePoints().forEach(c -> {
            if (c == '\n') {
                out.append("⏎\n");
            } else if (c == ' ' && cut.isBlank()) {
                out.append('·');
            } else if (c != ' ' && (Character.isISOControl(c) || isUnseen(c))) {
                out.append(String.format(java.util.Locale.ROOT, "[U+%04X]", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static boolean isUnseen(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.SPACE_SEPARATOR || type == Character.SURROGATE;
    }

    private static void add(TextFlow flow, String words, String style) {
        if (!words.isEmpty()) {
            Text text = new Text(words);
            text.getStyleClass().add(style);
            flow.getChildren().add(text);
        }
    }
}
