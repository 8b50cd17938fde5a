package lathe.clean.statistic;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import lathe.clean.rule.View;
import lathe.text.Spans;

/** Dolma's numbers: its tagger gopher_v1. */
final class Dolma {
    private static final WordSet REQUIRED =
            new WordSet(List.of("the", "be", "to", "of", "and", "that", "have", "with"));
    private static final Function<View, Parts> WORDS = view -> new Parts(view.text(), Python.split(view.text()));
    private static final Function<View, Parts> LINES = view -> new Parts(view.text(), Python.split(view.text(), '\n'));

    private Dolma() {}

    static double words(View view) {
        return view.shared(WORDS).size();
    }

    /**
     * The columns of {@link GopherQuality}: the median length of words; stop words by occurrence, small letters only.
     */
    static void quality(View view, double[] scores, int at) {
        Parts words = view.shared(WORDS);
        Parts lines = view.shared(LINES);
        boolean empty = view.text().isEmpty();
        scores[at] = words.size();
        scores[at + 1] = median(words);
        scores[at + 2] = (double) withSymbol(words) / Math.max(1, words.size());
        scores[at + 3] = empty ? 0 : (double) bullets(lines) / lines.size();
        scores[at + 4] = empty ? 0 : (double) ellipses(lines) / lines.size();
        scores[at + 5] = (double) words.withLetter() / Math.max(1, words.size());
        scores[at + 6] = required(words);
        scores[at + GopherQuality.SCRIPT] = Double.NaN;
    }

    private static double median(Parts words) {
        int[] lengths = new int[words.size()];
        Arrays.setAll(lengths, words::length);
        Arrays.sort(lengths);
        int half = lengths.length / 2;
        if (lengths.length == 0) {
            return 0;
        }
        return lengths.length % 2 == 1 ? lengths[half] : (lengths[half - 1] + lengths[half]) / 2.0;
    }

    private static int withSymbol(Parts words) {
        Spans spans = words.spans();
        int with = 0;
        for (int i = 0; i < words.size(); i++) {
            boolean found = false;
            for (int at = spans.from(i); at < spans.to(i) && !found; at++) {
                char c = words.text().charAt(at);
                found = c == '#' || c == '…';
            }
            with += found ? 1 : 0;
        }
        return with;
    }

    private static int required(Parts words) {
        int found = 0;
        for (int i = 0; i < words.size(); i++) {
            found += REQUIRED.contains(words.hash(i)) ? 1 : 0;
        }
        return found;
    }

    private static int bullets(Parts lines) {
        int found = 0;
        for (int i = 0; i < lines.size(); i++) {
            boolean some = lines.length(i) > 0;
            char first = some ? lines.text().charAt(lines.spans().from(i)) : ' ';
            found += first == '*' || first == '-' ? 1 : 0;
        }
        return found;
    }

    private static int ellipses(Parts lines) {
        int found = 0;
        for (int i = 0; i < lines.size(); i++) {
            Spans spans = lines.spans();
            found += Python.endsWith(lines.text(), spans.from(i), spans.to(i), "…") ? 1 : 0;
        }
        return found;
    }

    /** The columns of {@link GopherRepetition}: all occurrences of what is repeated count; paragraphs have none. */
    static void repetition(View view, double[] scores, int at) {
        Parts words = view.shared(WORDS);
        Parts lines = view.shared(LINES);
        Arrays.fill(scores, at, at + GopherRepetition.COLUMNS.size(), Double.NaN);
        if (view.text().isEmpty()) {
            return;
        }
        int most = Math.max(1, words.characters());
        Repeated repeated = occurrences(lines, 1);
        scores[at] = (double) repeated.parts() / lines.size();
        scores[at + 2] = (double) repeated.characters() / most;
        for (int n = GopherRepetition.FIRST_TOP; n <= Math.min(GopherRepetition.LAST, words.size()); n++) {
            scores[at + 4 + n - GopherRepetition.FIRST_TOP] =
                    n < GopherRepetition.FIRST_REPEATED ? top(words, n) / most : repeated(words, n);
        }
    }

    private static double top(Parts words, int n) {
        Parts.Top top = words.top(n);
        return (double) top.count() * words.length(top.place(), top.place() + n);
    }

    private static double repeated(Parts words, int n) {
        long all = 0;
        for (int i = 0; i + n <= words.size(); i++) {
            all += words.length(i, i + n);
        }
        return (double) occurrences(words, n).characters() / Math.max(1, all);
    }

    private static Repeated occurrences(Parts parts, int n) {
        long[] keys = parts.grams(n);
        GramTable table = GramTable.empty(keys.length);
        for (long key : keys) {
            table.add(key);
        }
        int count = 0;
        int characters = 0;
        for (int i = 0; i < keys.length; i++) {
            if (table.count(keys[i]) > 1) {
                count++;
                characters += parts.length(i, i + n);
            }
        }
        return new Repeated(count, characters);
    }
}
