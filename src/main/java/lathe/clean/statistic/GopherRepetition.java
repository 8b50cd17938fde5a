package lathe.clean.statistic;

import java.util.List;
import java.util.function.Function;
import lathe.clean.rule.Filter;
import lathe.clean.rule.View;
import lathe.text.Hashes;
import lathe.text.Spans;

/**
 * The repetition rules of Gopher (Rae et al. 2021, table A1) by Lathe's words, lines and paragraphs. A part is repeated
 * from its second occurrence on; characters are counted once, and are a share of those of all words, lines or
 * paragraphs. What occurs once is no repetition, however short the text is.
 */
final class GopherRepetition {
    static final List<String> COLUMNS = List.of(
            "lines",
            "paragraphs",
            "line-characters",
            "paragraph-characters",
            "top-2",
            "top-3",
            "top-4",
            "repeated-5",
            "repeated-6",
            "repeated-7",
            "repeated-8",
            "repeated-9",
            "repeated-10",
            Filter.SCRIPT);
    static final int SCRIPT = 13;
    static final int FIRST_TOP = 2;
    static final int FIRST_REPEATED = 5;
    static final int LAST = 10;

    private static final Function<View, Repeated> PARAGRAPHS = GopherRepetition::paragraphs;

    private GopherRepetition() {}

    static void score(View view, double[] scores, int at) {
        LineTable lines = view.shared(LineTable.OF);
        Repeated again = view.shared(Repeated.LINES);
        scores[at] = Shares.of(again.parts(), lines.size());
        scores[at + 2] = Shares.of(again.characters(), lines.characters());
        Repeated paragraphs = view.shared(PARAGRAPHS);
        scores[at + 1] = Shares.of(paragraphs.parts(), view.paragraphs().size());
        scores[at + 3] = Shares.of(paragraphs.characters(), characters(view, view.paragraphs()));
        words(view, scores, at + 4);
        scores[at + SCRIPT] = view.shared(Writings.OF).number();
    }

    private static void words(View view, double[] scores, int at) {
        WordGrams grams = view.shared(WordGrams.OF);
        int all = view.wordTable().characters();
        for (int n = FIRST_TOP; n <= LAST; n++) {
            WordGrams.Repeats repeats = grams.of(n);
            scores[at + n - FIRST_TOP] = Shares.of(n < FIRST_REPEATED ? repeats.top() : repeats.again(), all);
        }
    }

    private static Repeated paragraphs(View view) {
        Spans all = view.paragraphs();
        String text = view.text();
        return Repeated.of(
                all.size(),
                i -> Hashes.stretch(text, all.from(i), all.to(i)),
                i -> view.characters(all.from(i), all.to(i)));
    }

    private static int characters(View view, Spans spans) {
        int sum = 0;
        for (int i = 0; i < spans.size(); i++) {
            sum += view.characters(spans.from(i), spans.to(i));
        }
        return sum;
    }
}
