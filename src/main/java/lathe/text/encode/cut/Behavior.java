package lathe.text.encode.cut;

import lathe.text.encode.Ints;
import lathe.text.encode.Pieces;
import lathe.text.encode.UncoveredException;

/** What becomes of the delimiters at which a text is cut. */
enum Behavior {
    REMOVED,
    ISOLATED,
    MERGED_WITH_PREVIOUS,
    MERGED_WITH_NEXT,
    CONTIGUOUS;

    static Behavior of(String name) throws UncoveredException {
        return switch (name) {
            case "Removed" -> REMOVED;
            case "Isolated" -> ISOLATED;
            case "MergedWithPrevious" -> MERGED_WITH_PREVIOUS;
            case "MergedWithNext" -> MERGED_WITH_NEXT;
            case "Contiguous" -> CONTIGUOUS;
            default -> throw new UncoveredException("the split behavior " + name);
        };
    }

    /**
     * Adds pieces.
     *
     * @param parts ends of parts that lie side by side
     * @param matches 1 for each part that is a delimiter, else 0
     */
    void add(Pieces pieces, int start, Ints parts, Ints matches) {
        int count = parts.size();
        for (int i = 0; i < count; ) {
            int from = i == 0 ? start : parts.get(i - 1);
            boolean match = matches.get(i) == 1;
            int last = last(i, count, matches);
            if (this != REMOVED || !match) {
                pieces.add(from, parts.get(last));
            }
            i = last + 1;
        }
    }

    /** The last part that belongs into one piece with a part. */
    private int last(int part, int count, Ints matches) {
        int next = part + 1;
        return switch (this) {
            case REMOVED, ISOLATED -> part;
            case CONTIGUOUS -> {
                while (next < count && matches.get(next) == matches.get(part)) {
                    next++;
                }
                yield next - 1;
            }
            // A delimiter joins what lies before it, unless that is a delimiter.
            case MERGED_WITH_PREVIOUS -> next < count && matches.get(next) == 1 && matches.get(part) == 0 ? next : part;
            case MERGED_WITH_NEXT -> next < count && matches.get(part) == 1 && matches.get(next) == 0 ? next : part;
        };
    }
}
