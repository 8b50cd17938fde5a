package lathe.ui.step.mix.seen.flow;

import java.util.ArrayList;
import java.util.List;

/** Makes what cannot be seen in a text visible, and leaves the rest as it is. */
final class Strokes {
    private Strokes() {}

    /** The text in strokes. */
    static List<Stroke> of(String text) {
        List<Stroke> strokes = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean marks = false;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            String mark = mark(character);
            if (mark.isEmpty() == marks) {
                add(strokes, run, marks);
                marks = !mark.isEmpty();
            }
            if (marks) {
                run.append(mark);
            } else {
                run.appendCodePoint(character);
            }
            at += Character.charCount(character);
        }
        add(strokes, run, marks);
        return List.copyOf(strokes);
    }

    private static void add(List<Stroke> strokes, StringBuilder run, boolean marks) {
        if (!run.isEmpty()) {
            strokes.add(new Stroke(run.toString(), marks));
            run.setLength(0);
        }
    }

    /** What stands for a character that cannot be seen; empty for others. */
    private static String mark(int character) {
        return switch (character) {
            case ' ' -> "·";
            case '\n' -> "⏎";
            case '\r' -> "␍";
            case '\t' -> "⇥";
            default -> isHidden(character) ? String.format("U+%04X", character) : "";
        };
    }

    private static boolean isHidden(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.UNASSIGNED;
    }
}
