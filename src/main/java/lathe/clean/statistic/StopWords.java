package lathe.clean.statistic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lathe.clean.rule.View;
import lathe.clean.rule.WordTable;
import lathe.run.Failure;
import lathe.text.Characters;
import lathe.text.Spans;

/**
 * Stop words of the languages that a text is written in. Each word is looked up in the lists of its own script; of the
 * lists that share a script, the one that knows most of the text's words counts.
 */
final class StopWords {
    private static final List<String> GOPHER_ENGLISH = List.of("the", "be", "to", "of", "and", "that", "have", "with");

    /** FineWeb-2's words for Chinese without its middle dot, which is no word; both forms of the characters. */
    private static final List<String> FINEWEB_CHINESE = List.of(
            "的", "年", "在", "月", "是", "和", "日", "了", "於", "于", "為", "为", "有", "被", "人", "中", "他", "與", "与", "後", "后",
            "也", "而", "由");

    private final List<List<WordSet>> byScript;

    private StopWords(List<List<WordSet>> byScript) {
        this.byScript = byScript;
    }

    /** The lists of some languages and lists of the user's, which hold for every script. */
    static StopWords of(List<String> languages, List<String> own) throws Failure, IOException {
        List<List<WordSet>> byScript = empty();
        for (String language : languages) {
            byScript.get(script(language)).add(new WordSet(StopWordLists.of(language)));
        }
        if (!own.isEmpty()) {
            byScript.forEach(sets -> sets.add(new WordSet(own)));
        }
        return new StopWords(byScript);
    }

    /** All lists in this house, with the short ones of Gopher and FineWeb-2 for English and Chinese. */
    static StopWords gopher() throws Failure, IOException {
        List<List<WordSet>> byScript = empty();
        for (String language : StopWordLists.LANGUAGES) {
            List<String> words =
                    switch (language) {
                        case "en" -> GOPHER_ENGLISH;
                        case "zh" -> FINEWEB_CHINESE;
                        default -> StopWordLists.of(language);
                    };
            byScript.get(script(language)).add(new WordSet(words));
        }
        return new StopWords(byScript);
    }

    private static List<List<WordSet>> empty() {
        List<List<WordSet>> byScript = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            byScript.add(new ArrayList<>());
        }
        return byScript;
    }

    private static int script(String language) {
        return switch (language) {
            case "zh", "ja" -> 0;
            case "ko" -> 1;
            case "ru" -> 2;
            default -> 3;
        };
    }

    private static int script(char c) {
        if (c < 0x400) {
            return 3;
        }
        if (Characters.is(c, Characters.UNSPACED) || Character.isSurrogate(c)) {
            return 0;
        }
        return c >= 0xAC00 && c <= 0xD7AF ? 1 : c < 0x530 ? 2 : 3;
    }

    /** Share of the words that are stop words, between 0 and 1. */
    double share(View view) {
        WordTable table = view.wordTable();
        Spans words = view.words();
        int[][] hits = new int[byScript.size()][];
        for (int i = 0; i < hits.length; i++) {
            hits[i] = new int[byScript.get(i).size()];
        }
        for (int i = 0; i < table.size(); i++) {
            int script = script(view.text().charAt(words.from(i)));
            List<WordSet> sets = byScript.get(script);
            for (int j = 0; j < sets.size(); j++) {
                hits[script][j] += sets.get(j).contains(table.hash(i)) ? 1 : 0;
            }
        }
        return Shares.of(sumOfMost(hits), table.size());
    }

    private static int sumOfMost(int[][] hits) {
        int sum = 0;
        for (int[] ofScript : hits) {
            int most = 0;
            for (int hit : ofScript) {
                most = Math.max(most, hit);
            }
            sum += most;
        }
        return sum;
    }

    /** The largest number of different stop words of one list that the text has. */
    int different(View view) {
        WordTable table = view.wordTable();
        int most = 0;
        for (List<WordSet> sets : byScript) {
            for (WordSet set : sets) {
                most = Math.max(most, different(table, set));
            }
        }
        return most;
    }

    private static int different(WordTable table, WordSet set) {
        boolean[] seen = set.marks();
        int different = 0;
        for (int i = 0; i < table.size() && different < set.size(); i++) {
            long hash = table.hash(i);
            if (set.contains(hash)) {
                int slot = set.slot(hash);
                different += seen[slot] ? 0 : 1;
                seen[slot] = true;
            }
        }
        return different;
    }
}
