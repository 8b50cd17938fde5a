package lathe.clean.statistic;

import java.util.List;
import java.util.function.Function;
import lathe.clean.rule.View;
import lathe.text.Characters;
import lathe.text.Spans;

/** datatrove's numbers with its default language, English: words and sentences are spaCy's. */
final class Datatrove {
    private static final CodePointSet PUNCTUATION = new CodePointSet("/statistic/datatrove-punctuation.txt");
    private static final CodePointSet SENTENCE_ENDS = new CodePointSet("/statistic/spacy-sentence-ends.txt");
    private static final WordSet STOP_WORDS =
            new WordSet(List.of("the", "be", "to", "of", "and", "that", "have", "with"));

    /** Its words. */
    static final Function<View, Parts> WORDS = view -> words(view.text());

    private Datatrove() {}

    private static Parts words(String text) {
        Spans tokens = SpacyEnglish.tokens(text);
        Spans words = new Spans(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            int from = Python.stripStart(text, tokens.from(i), tokens.to(i));
            if (from < tokens.to(i)) {
                words.add(from, Python.stripEnd(text, from, tokens.to(i)));
            }
        }
        return new Parts(text, words);
    }

    /** Words with a character that is no punctuation. */
    static double wordCount(View view) {
        Parts words = view.shared(WORDS);
        int count = 0;
        for (int i = 0; i < words.size(); i++) {
            count += isSymbol(words, i) ? 0 : 1;
        }
        return count;
    }

    private static boolean isSymbol(Parts words, int word) {
        String text = words.text();
        for (int at = words.spans().from(word); at < words.spans().to(word); ) {
            int c = text.codePointAt(at);
            if (!PUNCTUATION.contains(c)) {
                return false;
            }
            at += Character.charCount(c);
        }
        return true;
    }

    /** The columns of {@link GopherQuality}. */
    static void quality(View view, double[] scores, int at) {
        Parts words = view.shared(WORDS);
        String text = view.text();
        int hashes = Python.count(text, "#");
        int ellipses = Python.count(text, "...") + Python.count(text, "…");
        scores[at] = wordCount(view);
        scores[at + 1] = meanLength(words);
        scores[at + 2] = (double) Math.max(hashes, ellipses) / words.size();
        scores[at + 3] = lines(view, Datatrove::isBullet);
        scores[at + 4] = lines(view, Datatrove::endsWithEllipsis);
        scores[at + 5] = (double) words.withLetter() / words.size();
        scores[at + 6] = stopWords(words);
        scores[at + GopherQuality.SCRIPT] = Double.NaN;
    }

    private static double meanLength(Parts words) {
        long sum = 0;
        int count = 0;
        for (int i = 0; i < words.size(); i++) {
            if (!isSymbol(words, i)) {
                sum += words.length(i);
                count++;
            }
        }
        return (double) sum / count;
    }

    private static int stopWords(Parts words) {
        boolean[] seen = STOP_WORDS.marks();
        int found = 0;
        for (int i = 0; i < words.size(); i++) {
            int slot = STOP_WORDS.slot(words.hash(i));
            if (STOP_WORDS.contains(words.hash(i)) && !seen[slot]) {
                seen[slot] = true;
                found++;
            }
        }
        return found;
    }

    @FunctionalInterface
    private interface LineTest {
        boolean test(String text, int from, int to);
    }

    private static double lines(View view, LineTest test) {
        Spans lines = view.lines();
        int found = 0;
        for (int i = 0; i < lines.size(); i++) {
            int from = Python.stripStart(view.text(), lines.from(i), lines.to(i));
            found += test.test(view.text(), from, Python.stripEnd(view.text(), from, lines.to(i))) ? 1 : 0;
        }
        return (double) found / lines.size();
    }

    private static boolean isBullet(String text, int from, int to) {
        return from < to && (text.charAt(from) == '•' || text.charAt(from) == '-');
    }

    private static boolean endsWithEllipsis(String text, int from, int to) {
        return Python.endsWith(text, from, to, "...", "…");
    }

    /** The number of spaCy's sentences: one ends before what follows an end mark and is no punctuation. */
    static int sentences(String text) {
        Spans tokens = SpacyEnglish.tokens(text);
        int sentences = 1;
        boolean ended = false;
        for (int i = 0; i < tokens.size(); i++) {
            int c = text.codePointAt(tokens.from(i));
            boolean end = tokens.to(i) - tokens.from(i) == Character.charCount(c) && SENTENCE_ENDS.contains(c);
            if (ended && !end && !isPunctuation(text, tokens.from(i), tokens.to(i))) {
                sentences++;
                ended = false;
            } else if (end) {
                ended = true;
            }
        }
        return sentences;
    }

    private static boolean isPunctuation(String text, int from, int to) {
        for (int at = from; at < to; ) {
            int c = text.codePointAt(at);
            if (!isPunctuation(c)) {
                return false;
            }
            at += Character.charCount(c);
        }
        return true;
    }

    private static boolean isPunctuation(int c) {
        return !Characters.is(c, Characters.WORD)
                && switch (Character.getType(c)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }
}
