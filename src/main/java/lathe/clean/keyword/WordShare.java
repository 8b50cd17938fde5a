package lathe.clean.keyword;

import java.util.Collection;
import lathe.clean.rule.View;

/**
 * Lathe's own definition: words that belong to matches, by all words of the text, at most 1. A word is a run of letters
 * and digits in scripts with spaces and a character in scripts without; a text without words scores 1 if it has a hit.
 */
final class WordShare implements KeywordMeasure {
    private final KeywordTrie listed;

    WordShare(Collection<String> entries) {
        listed = new KeywordTrie(entries);
    }

    @Override
    public Share of(View view) {
        KeywordTrie.Hits hits = listed.hits(view.text());
        if (hits.matches() == 0) {
            return Share.NONE;
        }
        double all = Math.max(1, CharacterKinds.words(view.text()));
        return new Share(Math.min(1, hits.words() / all), hits.matches());
    }
}
