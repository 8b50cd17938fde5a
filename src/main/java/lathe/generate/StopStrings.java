package lathe.generate;

import java.util.List;
import java.util.function.Consumer;

/** Lets a text through up to the first of some strings. What may be a string's beginning is held back. */
final class StopStrings {
    private final List<String> strings;
    private final Consumer<String> out;
    private String held = "";
    private boolean met;

    StopStrings(List<String> strings, Consumer<String> out) {
        this.strings = strings;
        this.out = out;
    }

    /** More of the text. */
    void add(String piece) {
        if (met) {
            return;
        }
        String text = held + piece;
        int end = firstEnd(text);
        met = end >= 0;
        int sure = met ? end : text.length() - begun(text);
        held = text.substring(sure);
        write(text.substring(0, sure));
    }

    /** Whether one of the strings was met. */
    boolean isMet() {
        return met;
    }

    /** The text is over: what was held back belongs to it, unless a string was met. */
    void finish() {
        if (!met) {
            write(held);
            held = "";
        }
    }

    private void write(String text) {
        if (!text.isEmpty()) {
            out.accept(text);
        }
    }

    /** Where the earliest string begins, or -1. */
    private int firstEnd(String text) {
        return strings.stream()
                .mapToInt(text::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(-1);
    }

    /** Length of the longest end of a text with which a string begins. */
    private int begun(String text) {
        int longest = 0;
        for (String string : strings) {
            for (int n = Math.min(string.length() - 1, text.length()); n > longest; n--) {
                if (text.regionMatches(text.length() - n, string, 0, n)) {
                    longest = n;
                }
            }
        }
        return longest;
    }
}
