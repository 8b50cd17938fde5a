package lathe.tokenize.sentencepiece.unigram;

/**
 * Sorts places by the text that begins there, up to a depth: three-way radix quicksort (Bentley and Sedgewick 1997).
 * Pieces are short, so a full suffix array would be more than is needed.
 */
final class SuffixSort {
    private static final int SMALL = 12;

    private final SeedText text;
    private final int depth;

    SuffixSort(SeedText text, int depth) {
        this.text = text;
        this.depth = depth;
    }

    /** Sorts places whose texts agree up to a character. */
    void sort(int[] places, int from, int to, int known) {
        int begin = from;
        int end = to;
        int d = known;
        while (end - begin > SMALL && d < depth) {
            int pivot = median(key(places[begin], d), key(places[(begin + end) >>> 1], d), key(places[end - 1], d));
            int less = begin;
            int more = end;
            for (int i = begin; i < more; ) {
                int key = key(places[i], d);
                if (key < pivot) {
                    swap(places, less++, i++);
                } else if (key > pivot) {
                    swap(places, i, --more);
                } else {
                    i++;
                }
            }
            sort(places, begin, less, d);
            sort(places, more, end, d);
            begin = less;
            end = more;
            d++;
        }
        insertionSort(places, begin, end, d);
    }

    /** Number of characters that two texts share at their beginning, up to the depth. */
    int common(int place, int other) {
        int n = 0;
        while (n < depth && text.at(place + n) == text.at(other + n)) {
            n++;
        }
        return n;
    }

    private void insertionSort(int[] places, int from, int to, int known) {
        for (int i = from + 1; i < to; i++) {
            int place = places[i];
            int at = i;
            while (at > from && isLess(place, places[at - 1], known)) {
                places[at] = places[at - 1];
                at--;
            }
            places[at] = place;
        }
    }

    private boolean isLess(int place, int other, int known) {
        for (int d = known; d < depth; d++) {
            int difference = text.at(place + d) - text.at(other + d);
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }

    private int key(int place, int d) {
        return text.at(place + d);
    }

    private static int median(int a, int b, int c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private static void swap(int[] places, int a, int b) {
        int kept = places[a];
        places[a] = places[b];
        places[b] = kept;
    }
}
