package lathe.clean.statistic;

import java.util.List;
import lathe.clean.rule.CharacterCounts;
import lathe.clean.rule.View;

/** Shares of digits, links, blanks and brackets among the characters, after NeMo Curator's heuristics. */
final class DigitsAndLinks {
    static final List<String> COLUMNS = List.of("digits", "links", "blanks", "brackets");

    private DigitsAndLinks() {}

    static void score(View view, double[] scores, int at) {
        CharacterCounts counts = view.counts();
        scores[at] = Shares.of(counts.digits(), counts.all());
        scores[at + 1] = Shares.of(Links.characters(view.text()), counts.all());
        scores[at + 2] = Shares.of(counts.blanks(), counts.all());
        scores[at + 3] = Shares.of(counts.brackets(), counts.all());
    }
}
