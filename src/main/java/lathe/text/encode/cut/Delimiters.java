package lathe.text.encode.cut;

import java.util.function.IntPredicate;
import lathe.text.encode.Ints;
import lathe.text.encode.Pieces;
import lathe.text.encode.PreTokenizer;
import lathe.text.encode.regex.Finder;

/** Cuts at delimiters that something finds. */
final class Delimiters implements PreTokenizer {
    private final Finder finder;
    private final Behavior behavior;
    private final int match;

    /**
     * Cuts at what is found.
     *
     * @param invert whether what lies between is the delimiter
     */
    Delimiters(Finder finder, Behavior behavior, boolean invert) {
        this.finder = finder;
        this.behavior = behavior;
        this.match = invert ? 0 : 1;
    }

    /** Cuts at single characters. */
    static Delimiters at(IntPredicate delimiter, Behavior behavior) {
        return new Delimiters(new CharacterFinder(delimiter), behavior, false);
    }

    @Override
    public void cut(Pieces pieces) {
        char[] chars = pieces.text().chars();
        Ints parts = new Ints();
        Ints matches = new Ints();
        for (int i = 0; i < pieces.count(); i++) {
            find(chars, pieces.start(i), pieces.end(i), parts, matches);
            behavior.add(pieces, pieces.start(i), parts, matches);
        }
        pieces.replace();
    }

    private void find(char[] chars, int start, int end, Ints parts, Ints matches) {
        parts.clear();
        matches.clear();
        finder.find(chars, start, end, (from, to) -> {
            int before = parts.size() == 0 ? start : parts.get(parts.size() - 1);
            if (from > before) {
                parts.add(from);
                matches.add(1 - match);
            }
            parts.add(to);
            matches.add(match);
        });
        if (parts.size() == 0 || parts.get(parts.size() - 1) < end) {
            parts.add(end);
            matches.add(1 - match);
        }
    }

    /** Finds characters of a kind, one by one. */
    private record CharacterFinder(IntPredicate wanted) implements Finder {
        @Override
        public void find(char[] text, int start, int end, Found found) {
            for (int at = start; at < end; ) {
                int point = Character.codePointAt(text, at, end);
                int next = at + Character.charCount(point);
                if (wanted.test(point)) {
                    found.match(at, next);
                }
                at = next;
            }
        }

        @Override
        public boolean matchesNothing() {
            return false;
        }
    }
}
