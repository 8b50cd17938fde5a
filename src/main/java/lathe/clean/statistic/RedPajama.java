package lathe.clean.statistic;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.function.Function;
import lathe.clean.rule.View;
import lathe.text.Spans;

/**
 * The numbers of RedPajama-Data v2, which computes Gopher's rules: words are what is left between blanks without ASCII
 * punctuation, in small letters, in form NFD. Numbers are rounded to 8 digits, as it does.
 */
final class RedPajama {
    private static final int DIGITS = 8;
    private static final String BULLETS = "•‣▶◀◦■□▪▫–";
    private static final Function<View, Parts> WORDS = view -> {
        String normal = normalized(view.text());
        return new Parts(normal, Python.split(normal));
    };

    private RedPajama() {}

    private static String normalized(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean punctuation = c > ' ' && c < 0x7F && !Python.isAlnum(c);
            if (!punctuation) {
                kept.append(c);
            }
        }
        return Normalizer.normalize(Python.lower(kept.toString()), Normalizer.Form.NFD);
    }

    static double words(View view) {
        return view.shared(WORDS).size();
    }

    /** The columns of {@link GopherQuality}; stop words have none. NaN where it has no number. */
    static void quality(View view, double[] scores, int at) {
        Parts words = view.shared(WORDS);
        String text = view.text();
        RawWords raw = new RawWords(text);
        int symbols = Python.count(text, "#") + Python.count(text, "...") + Python.count(text, "…");
        scores[at] = words.size();
        scores[at + 1] = rounded(words.characters(), words.size());
        scores[at + 2] = rounded(symbols, raw.count());
        lines(text, scores, at + 3);
        scores[at + 5] = raw.count() == 0 ? Double.NaN : 1 - withoutLetter(raw);
        scores[at + 6] = Double.NaN;
        scores[at + GopherQuality.SCRIPT] = Double.NaN;
    }

    private static double withoutLetter(RawWords raw) {
        return Python.round(1.0 - (double) raw.withLetter() / raw.count(), DIGITS);
    }

    private static void lines(String text, double[] scores, int at) {
        Spans lines = Python.split(text, '\n');
        int size = lines.from(lines.size() - 1) == text.length() ? lines.size() - 1 : lines.size();
        int bullets = 0;
        int ellipses = 0;
        for (int i = 0; i < size; i++) {
            int from = Python.stripStart(text, lines.from(i), lines.to(i));
            int to = Python.stripEnd(text, from, lines.to(i));
            bullets += from < to && BULLETS.indexOf(text.charAt(from)) >= 0 ? 1 : 0;
            ellipses += Python.endsWith(text, from, to, "...", "…") ? 1 : 0;
        }
        scores[at] = size == 0 ? Double.NaN : (double) bullets / size;
        scores[at + 1] = rounded(ellipses, size);
    }

    /** The columns of {@link GopherRepetition}; lines and paragraphs have none. */
    static void repetition(View view, double[] scores, int at) {
        Parts words = view.shared(WORDS);
        Arrays.fill(scores, at, at + GopherRepetition.COLUMNS.size(), Double.NaN);
        for (int n = GopherRepetition.FIRST_TOP; n <= GopherRepetition.LAST; n++) {
            int characters = n < GopherRepetition.FIRST_REPEATED ? top(words, n) : covered(words, n);
            scores[at + 4 + n - GopherRepetition.FIRST_TOP] =
                    characters == 0 ? 0 : rounded(characters, words.characters());
        }
    }

    private static int top(Parts words, int n) {
        Parts.Top top = words.top(n);
        return top.count() < 2 ? 0 : words.length(top.place(), top.place() + n) * top.count();
    }

    /** Characters of words in runs that occur more than once, each word once. */
    private static int covered(Parts words, int n) {
        long[] keys = words.grams(n);
        GramTable table = GramTable.empty(keys.length);
        for (long key : keys) {
            table.add(key);
        }
        int characters = 0;
        int done = 0;
        for (int i = 0; i < keys.length; i++) {
            if (table.count(keys[i]) > 1) {
                characters += words.length(Math.max(done, i), i + n);
                done = i + n;
            }
        }
        return characters;
    }

    private static double rounded(double part, double whole) {
        return whole == 0 ? Double.NaN : Python.round(part / whole, DIGITS);
    }

    /**
     * Runs of letters, digits and underscores, and runs of anything else that is no blank; as NLTK's
     * WordPunctTokenizer.
     */
    private static final class RawWords {
        private int count;
        private int withLetter;

        RawWords(String text) {
            int before = 0;
            boolean letter = false;
            for (int at = 0; at < text.length(); ) {
                int c = text.codePointAt(at);
                at += Character.charCount(c);
                int kind = Python.isAlnum(c) || c == '_' ? 1 : Python.isSpace(c) ? 0 : 2;
                if (kind != before) {
                    withLetter += letter ? 1 : 0;
                    letter = false;
                    count += kind == 0 ? 0 : 1;
                }
                letter |= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                before = kind;
            }
            withLetter += letter ? 1 : 0;
        }

        int count() {
            return count;
        }

        int withLetter() {
            return withLetter;
        }
    }
}
