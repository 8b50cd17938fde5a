package lathe.clean.statistic;

import java.util.List;
import java.util.Locale;
import lathe.clean.rule.View;
import lathe.clean.rule.WordTable;
import lathe.recipe.QualityRules;
import lathe.text.Segmentation;
import lathe.text.Spans;

/**
 * The rules of C4 (Raffel et al. 2020) for any script. A line counts if it ends with an end mark that is no ellipsis,
 * has enough words, none too long, and does not speak of JavaScript or of policies; the sentences of the lines that
 * count are counted. Filler text and curly brackets are looked for in the whole text.
 */
final class C4 {
    static final List<String> COLUMNS = List.of("sentences", "lorem-ipsum", "curly-brackets");
    static final String LOREM_IPSUM = "lorem ipsum";

    private static final List<String> PHRASES = List.of(
            "javascript",
            "terms of use",
            "privacy policy",
            "cookie policy",
            "uses cookies",
            "use of cookies",
            "use cookies",
            "隐私政策",
            "隐私条款",
            "使用条款",
            "服务条款",
            "隱私政策",
            "使用條款",
            "cookie 政策",
            "cookie政策");

    private final QualityRules.C4 rule;

    C4(QualityRules.C4 rule) {
        this.rule = rule;
    }

    void score(View view, double[] scores, int at) {
        String small = view.text().toLowerCase(Locale.ROOT);
        scores[at] = sentences(view, rule.policies() && speaksOf(small));
        scores[at + 1] = small.contains(LOREM_IPSUM) ? 1 : 0;
        scores[at + 2] = view.counts().curly();
    }

    private static boolean speaksOf(String small) {
        for (String phrase : PHRASES) {
            if (small.contains(phrase)) {
                return true;
            }
        }
        return false;
    }

    private int sentences(View view, boolean phrases) {
        LineTable lines = view.shared(LineTable.OF);
        Spans spans = lines.spans();
        int sentences = 0;
        int word = 0;
        for (int i = 0; i < lines.size(); i++) {
            int first = word;
            while (word < view.words().size() && view.words().from(word) < spans.to(i)) {
                word++;
            }
            boolean counts = (!rule.endedLines() || lines.isSentence(i)) && wordsFit(view.wordTable(), first, word);
            if (counts && !(phrases && speaksOf(spans.of(view.text(), i).toLowerCase(Locale.ROOT)))) {
                sentences += Segmentation.sentences(view.text(), spans.from(i), spans.to(i))
                        .size();
            }
        }
        return sentences;
    }

    private boolean wordsFit(WordTable words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.length(i) > rule.maxWord()) {
                return false;
            }
        }
        return to - from >= rule.minLineWords();
    }
}
