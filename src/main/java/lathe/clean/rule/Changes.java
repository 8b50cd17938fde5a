package lathe.clean.rule;

import java.util.ArrayList;
import java.util.List;

/** Changes of a text, in its order. Used by one thread. */
public final class Changes {
    private final List<Change> all = new ArrayList<>();
    private int end;

    /**
     * A stretch of a text and what stands in its place.
     *
     * @param from its first UTF-16 unit, in the text before all changes of this rule
     * @param to behind its last
     */
    public record Change(int from, int to, String with) {}

    /**
     * Puts something in the place of a stretch, which may be empty.
     *
     * @throws IllegalArgumentException if it overlaps with or stands before an earlier change
     */
    public void replace(int from, int to, String with) {
        if (from < end || to < from) {
            throw new IllegalArgumentException("change " + from + ".." + to + " after " + end);
        }
        all.add(new Change(from, to, with));
        end = to;
    }

    /** Takes out a stretch. */
    public void delete(int from, int to) {
        if (to > from) {
            replace(from, to, "");
        }
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The changes so far. */
    public List<Change> all() {
        return List.copyOf(all);
    }

    /** The text with the changes made. */
    public String applyTo(String text) {
        if (all.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        for (Change change : all) {
            out.append(text, at, change.from()).append(change.with());
            at = change.to();
        }
        return out.append(text, at, text.length()).toString();
    }

    /** Forgets all changes. */
    public void clear() {
        all.clear();
        end = 0;
    }
}
