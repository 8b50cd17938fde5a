package lathe.evaluate.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * ROUGE-L (Lin 2004): the harmonic mean of precision and recall of the longest common subsequence of words. English has
 * the words of the package rouge_score, without stemming: runs of letters and digits in small letters. A Chinese
 * character or Japanese syllable is a word, where that package drops it.
 */
public final class RougeL {
    private RougeL() {}

    /** From 0, nothing in common, to 1, equal; 0 where either has no words. */
    public static double of(String answer, String reference) {
        List<String> one = words(answer);
        List<String> other = words(reference);
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        double common = common(one, other);
        double precision = common / one.size();
        double recall = common / other.size();
        return common == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            boolean alone = Character.isIdeographic(c) || isSyllable(c);
            if (alone || !Character.isLetterOrDigit(c)) {
                end(word, words);
            }
            if (alone) {
                words.add(Character.toString(c));
            } else if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
            }
        });
        end(word, words);
        return words;
    }

    private static boolean isSyllable(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** Length of the longest common subsequence. */
    private static int common(List<String> one, List<String> other) {
        int[] row = new int[other.size() + 1];
        for (String word : one) {
            int before = 0;
            for (int i = 1; i <= other.size(); i++) {
                int above = row[i];
                row[i] = word.equals(other.get(i - 1)) ? before + 1 : Math.max(above, row[i - 1]);
                before = above;
            }
        }
        return row[other.size()];
    }
}
