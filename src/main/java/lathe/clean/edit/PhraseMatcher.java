package lathe.clean.edit;

import java.util.List;
import java.util.Locale;
import lathe.text.Words;

/** Finds whether a line has one of many phrases, case aside, by one walk per place through a tree of all phrases. */
final class PhraseMatcher {
    private final CharTree phrases = new CharTree();

    PhraseMatcher(List<String> phrases) {
        for (String phrase : phrases) {
            this.phrases.add(phrase.toLowerCase(Locale.ROOT), "");
        }
    }

    /** Whether one stands in a stretch; phrases of scripts with spaces only as whole words. */
    boolean isIn(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            boolean first = phrases.child(CharTree.ROOT, Character.toLowerCase(text.charAt(at))) >= 0;
            if (first && (at == from || !joins(text.charAt(at - 1), text.charAt(at)))) {
                int node = CharTree.ROOT;
                for (int i = at; i < to; i++) {
                    node = phrases.child(node, Character.toLowerCase(text.charAt(i)));
                    if (node < 0) {
                        break;
                    }
                    if (phrases.value(node) != null && (i + 1 == to || !joins(text.charAt(i), text.charAt(i + 1)))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether two characters are of one word. */
    private static boolean joins(char left, char right) {
        return isSpaced(left) && isSpaced(right);
    }

    private static boolean isSpaced(char c) {
        return c < 0x80 ? Characters.isAsciiAlnum(c) : !Characters.isCommonHan(c) && Words.isSpacedPart(c);
    }
}
