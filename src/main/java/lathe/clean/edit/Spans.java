package lathe.clean.edit;

import java.util.ArrayList;
import java.util.List;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Changes.Change;

/** Changes as small as they truly are. */
final class Spans {
    private Spans() {}

    /**
     * Proposes that a stretch becomes something else; what both begin and end with stays out of the change, and a
     * character of two UTF-16 units is never cut.
     */
    static void put(String text, int from, int to, String with, Changes changes) {
        int most = Math.min(to - from, with.length());
        int head = 0;
        while (head < most && text.charAt(from + head) == with.charAt(head)) {
            head++;
        }
        if (head > 0 && Character.isHighSurrogate(text.charAt(from + head - 1))) {
            head--;
        }
        int tail = 0;
        while (tail < most - head && text.charAt(to - 1 - tail) == with.charAt(with.length() - 1 - tail)) {
            tail++;
        }
        if (tail > 0 && Character.isLowSurrogate(text.charAt(to - tail))) {
            tail--;
        }
        if (from + head < to - tail || head + tail < with.length()) {
            changes.replace(from + head, to - tail, with.substring(head, with.length() - tail));
        }
    }

    /**
     * Two lots of changes, one made after the other, as one.
     *
     * @param first changes of a text
     * @param middle the text with them made
     * @param second changes of that
     */
    static List<Change> compose(List<Change> first, String middle, List<Change> second) {
        if (first.isEmpty()) {
            return second;
        }
        List<Change> both = new ArrayList<>(first.size() + second.size());
        int a = 0;
        int b = 0;
        // how far a place in the middle is behind its place in the text
        int shift = 0;
        while (a < first.size() || b < second.size()) {
            int fromA = a < first.size() ? first.get(a).from() + shift : Integer.MAX_VALUE;
            int from = Math.min(fromA, b < second.size() ? second.get(b).from() : Integer.MAX_VALUE);
            int start = from - shift;
            int to = from;
            int copied = from;
            StringBuilder with = new StringBuilder();
            boolean grew = true;
            while (grew) {
                grew = false;
                while (a < first.size() && first.get(a).from() + shift <= to) {
                    Change change = first.get(a++);
                    to = Math.max(to, change.from() + shift + change.with().length());
                    shift += change.with().length() - (change.to() - change.from());
                    grew = true;
                }
                while (b < second.size() && second.get(b).from() <= to) {
                    Change change = second.get(b++);
                    with.append(middle, copied, change.from()).append(change.with());
                    copied = change.to();
                    to = Math.max(to, copied);
                    grew = true;
                }
            }
            both.add(new Change(
                    start, to - shift, with.append(middle, copied, to).toString()));
        }
        return both;
    }
}
