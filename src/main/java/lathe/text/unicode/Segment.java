package lathe.text.unicode;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;

/**
 * Characters that may change each other's normal form: decomposed, put in canonical order, composed again. Changes of
 * length are counted as the reference counts them.
 */
final class Segment {
    private static final Normalizer2 CANONICAL = Normalizer2.getNFDInstance();
    private static final Normalizer2 COMPOSITION = Normalizer2.getNFCInstance();
    private static final int NONE = -1;

    private final NormalForm form;
    private final NormalForm.Sink sink;
    private int[] points = new int[16];
    private int[] changes = new int[16];
    private int[] classes = new int[16];
    private int size;

    Segment(NormalForm form, NormalForm.Sink sink) {
        this.form = form;
        this.sink = sink;
    }

    /** Adds a character of the text, decomposed. */
    void add(int codePoint) {
        String parts = NormalForm.isKnown(codePoint) ? form.decomposition().getDecomposition(codePoint) : null;
        if (parts == null) {
            put(codePoint, 0);
            return;
        }
        for (int i = 0; i < parts.length(); ) {
            int part = parts.codePointAt(i);
            put(part, i == 0 ? 0 : 1);
            i += Character.charCount(part);
        }
    }

    /** Passes on what was added, and forgets it. */
    void flush() {
        if (form.composes) {
            compose();
        }
        for (int i = 0; i < size; i++) {
            sink.put(points[i], changes[i]);
        }
        size = 0;
    }

    /** Puts a part behind those of its combining class or a lower one. */
    private void put(int point, int change) {
        if (size == points.length) {
            points = Arrays.copyOf(points, 2 * size);
            changes = Arrays.copyOf(changes, 2 * size);
            classes = Arrays.copyOf(classes, 2 * size);
        }
        int combining = NormalForm.isKnown(point) ? CANONICAL.getCombiningClass(point) : 0;
        int at = size++;
        for (; combining > 0 && at > 0 && classes[at - 1] > combining; at--) {
            move(at - 1, at);
        }
        points[at] = point;
        changes[at] = change;
        classes[at] = combining;
    }

    private void compose() {
        int starter = NONE;
        int blocking = NONE;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int composed = starter == NONE || blocking >= classes[i] ? NONE : composed(points[starter], points[i]);
            if (composed != NONE) {
                points[starter] = composed;
                changes[starter] += changes[i] - 1;
                continue;
            }
            move(i, kept);
            if (classes[kept] == 0) {
                starter = kept;
                blocking = NONE;
            } else {
                blocking = classes[kept];
            }
            kept++;
        }
        size = kept;
    }

    private static int composed(int first, int second) {
        int composed = COMPOSITION.composePair(first, second);
        return composed >= 0 && NormalForm.isKnown(composed) ? composed : NONE;
    }

    private void move(int from, int to) {
        points[to] = points[from];
        changes[to] = changes[from];
        classes[to] = classes[from];
    }
}
