package lathe.ui.step.clean.cluster;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where two texts differ, word by word: the longest common subsequence. */
final class WordDiff {
    /** Beyond this many words the table of the comparison would be too large. */
    private static final int MOST = 1200;

    private WordDiff() {}

    /**
     * A run of words.
     *
     * @param same whether the other text has it as well
     */
    record Run(String words, boolean same) {}

    /** Both texts as runs; of long ones the beginnings are compared. */
    static List<List<Run>> of(String left, String right) {
        List<String> a = words(left);
        List<String> b = words(right);
        int[][] common = table(a, b);
        List<Run> ofLeft = new ArrayList<>();
        List<Run> ofRight = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                add(ofLeft, a.get(i++), true);
                add(ofRight, b.get(j++), true);
            } else if (j >= b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
                add(ofLeft, a.get(i++), false);
            } else {
                add(ofRight, b.get(j++), false);
            }
        }
        return List.of(ofLeft, ofRight);
    }

    private static int[][] table(List<String> a, List<String> b) {
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<String> words(String text) {
        BreakIterator breaks = BreakIterator.getWordInstance(Locale.ROOT);
        breaks.setText(text);
        List<String> words = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE && words.size() < MOST; to = breaks.next()) {
            String word = text.substring(from, to);
            // Java does not part Chinese into words: its characters are compared
            if (word.codePoints().anyMatch(Character::isIdeographic)) {
                word.codePoints().forEach(c -> words.add(Character.toString(c)));
            } else {
                words.add(word);
            }
            from = to;
        }
        return words.size() <= MOST ? words : words.subList(0, MOST);
    }

    private static void add(List<Run> runs, String word, boolean same) {
        int last = runs.size() - 1;
        if (last >= 0 && runs.get(last).same() == same) {
            runs.set(last, new Run(runs.get(last).words() + word, same));
        } else {
            runs.add(new Run(word, same));
        }
    }
}
