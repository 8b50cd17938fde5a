package lathe.clean.edit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A piece of LaTeX and which of its braces belong together. */
final class LatexScan {
    private final String text;
    private int @Nullable [] closing;

    LatexScan(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** The brace that closes the one at a place, or -1. */
    int closing(int open) {
        int[] known = closing;
        if (known == null) {
            known = match();
            closing = known;
        }
        return known[open];
    }

    private int[] match() {
        int[] found = new int[text.length()];
        Arrays.fill(found, -1);
        // the stack is a chain through the array itself: each open brace holds the one around it
        int top = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                found[i] = top;
                top = i;
            } else if (c == '}' && top >= 0) {
                int around = found[top];
                found[top] = i;
                top = around;
            }
        }
        while (top >= 0) {
            int around = found[top];
            found[top] = -1;
            top = around;
        }
        return found;
    }

    /** The first place from here on that is no blank; a single line's end counts as one. */
    int skipBlanks(int from) {
        int at = from;
        int lines = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at)) && lines < 2) {
            lines += text.charAt(at) == '\n' ? 1 : 0;
            at++;
        }
        return at;
    }

    char at(int place) {
        return place < text.length() ? text.charAt(place) : '\0';
    }
}
