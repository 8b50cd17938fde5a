package lathe.clean.statistic;

import java.util.List;
import lathe.clean.rule.CharacterCounts;
import lathe.clean.rule.Filter;
import lathe.clean.rule.View;
import lathe.clean.rule.WordTable;
import lathe.text.Characters;

/**
 * The quality rules of Gopher (Rae et al. 2021, table A1) by Lathe's words and lines. A share of hash signs or of
 * ellipses to a word is taken, whichever is larger; a run of ellipsis characters is one.
 */
final class GopherQuality {
    static final List<String> COLUMNS = List.of(
            "words", "mean-word-length", "symbols", "bullets", "ellipses", "letters", "stop-words", Filter.SCRIPT);
    static final int SCRIPT = 7;

    private final StopWords stopWords;

    GopherQuality(StopWords stopWords) {
        this.stopWords = stopWords;
    }

    void score(View view, double[] scores, int at) {
        WordTable words = view.wordTable();
        LineTable lines = view.shared(LineTable.OF);
        CharacterCounts counts = view.counts();
        scores[at] = words.size();
        scores[at + 1] = Shares.of(words.characters(), words.size());
        scores[at + 2] = Shares.of(Math.max(counts.hashes(), ellipses(view.text())), Math.max(1, words.size()));
        scores[at + 3] = Shares.of(lines.bullets(), lines.size());
        scores[at + 4] = Shares.of(lines.ellipses(), lines.size());
        scores[at + 5] = Shares.of(withLetter(words), words.size());
        scores[at + 6] = stopWords.different(view);
        scores[at + SCRIPT] = view.shared(Writings.OF).number();
    }

    private static int withLetter(WordTable words) {
        int with = 0;
        for (int i = 0; i < words.size(); i++) {
            with += words.kind(i) & Characters.LETTER;
        }
        return with;
    }

    /** Runs of "…", and of three or more points. */
    static int ellipses(String text) {
        int count = 0;
        int end = -1;
        for (int at = text.indexOf('…'); at >= 0; at = text.indexOf('…', at + 1)) {
            count += at == end ? 0 : 1;
            end = at + 1;
        }
        for (int at = text.indexOf("..."); at >= 0; at = text.indexOf("...", at)) {
            count++;
            while (at < text.length() && text.charAt(at) == '.') {
                at++;
            }
        }
        return count;
    }
}
