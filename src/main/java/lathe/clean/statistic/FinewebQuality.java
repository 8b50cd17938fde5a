package lathe.clean.statistic;

import java.util.List;
import lathe.clean.rule.Filter;
import lathe.clean.rule.View;

/** The rules of FineWeb (Penedo et al. 2024) by Lathe's lines and words. */
final class FinewebQuality {
    static final List<String> COLUMNS =
            List.of("ended-lines", "short-lines", "repeated-lines", "newlines", Filter.SCRIPT);
    static final int SCRIPT = 4;

    private final int shortLine;

    FinewebQuality(int shortLine) {
        this.shortLine = shortLine;
    }

    void score(View view, double[] scores, int at) {
        LineTable lines = view.shared(LineTable.OF);
        scores[at] = Shares.of(lines.ended(), lines.size());
        scores[at + 1] = Shares.of(shortLines(lines), lines.size());
        scores[at + 2] = Shares.of(view.shared(Repeated.LINES).characters(), lines.characters());
        scores[at + 3] =
                Shares.of(view.counts().newlines(), Math.max(1, view.wordTable().size()));
        scores[at + SCRIPT] = view.shared(Writings.OF).number();
    }

    private int shortLines(LineTable lines) {
        int found = 0;
        for (int i = 0; i < lines.size(); i++) {
            found += lines.length(i) <= shortLine ? 1 : 0;
        }
        return found;
    }
}
