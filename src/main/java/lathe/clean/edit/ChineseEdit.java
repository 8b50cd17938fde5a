package lathe.clean.edit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Changes.Change;
import lathe.clean.rule.Edit;
import lathe.recipe.ChineseConversion;

/**
 * Chinese between traditional and simplified characters as OpenCC 1.4 converts it: compatibility ideographs first; then
 * the text is cut at the phrases of one table, longest first; then each piece goes through one or two steps, in each of
 * which the longest entry that stands next is replaced.
 *
 * @param cutting phrases that pieces are; without any the text is one piece
 * @param steps what each piece goes through
 */
record ChineseEdit(List<CharTree> cutting, Chain steps) implements Edit {

    static Edit of(ChineseConversion conversion) throws IOException {
        Step compatible = step("CJK_Compatibility_Ideographs");
        Step traditional = step("STPhrases", "STCharacters");
        Step simplified = step("TSPhrases", "TSCharactersExt", "TSCharacters");
        Edit main =
                switch (conversion) {
                    case S2T -> traditional;
                    case T2S -> simplified;
                    case S2TW -> cut("STPhrases", traditional, step("TWVariantsPhrases", "TWVariants"));
                    case S2HK -> cut("STPhrases", traditional, step("HKVariantsPhrases", "HKVariants"));
                    case S2TWP -> cut("STPhrases", traditional, step("TWPhrases", "TWVariantsPhrases", "TWVariants"));
                    case TW2S -> cut("TSPhrases", step("TWVariantsRevPhrases", "TWVariantsRev"), simplified);
                    case HK2S -> cut("TSPhrases", step("HKVariantsRevPhrases", "HKVariantsRev"), simplified);
                    case TW2SP ->
                        cut("TSPhrases", step("TWPhrasesRev", "TWVariantsRevPhrases", "TWVariantsRev"), simplified);
                };
        return new Chain(List.of(compatible, main), 1);
    }

    private static Edit cut(String table, Step first, Step second) throws IOException {
        return new ChineseEdit(List.of(ChineseTables.of(table)), new Chain(List.of(first, second), 1));
    }

    private static Step step(String... names) throws IOException {
        List<CharTree> tables = new ArrayList<>();
        for (String name : names) {
            tables.add(ChineseTables.of(name));
        }
        return new Step(tables);
    }

    @Override
    public void edit(String text, Changes changes) {
        CharTree phrases = cutting.get(0);
        int from = 0;
        for (int i = 0; i < text.length(); ) {
            int end = text.charAt(i) < 0x2E80 ? -1 : phrases.longest(text, i, text.length());
            if (end < 0) {
                i++;
            } else {
                piece(text, from, i, changes);
                piece(text, i, end, changes);
                from = end;
                i = end;
            }
        }
        piece(text, from, text.length(), changes);
    }

    private void piece(String text, int from, int to, Changes changes) {
        if (to > from) {
            Changes own = new Changes();
            steps.edit(text.substring(from, to), own);
            for (Change change : own.all()) {
                changes.replace(from + change.from(), from + change.to(), change.with());
            }
        }
    }

    /** Replaces the longest entry at each place, of the first table that has one. */
    private record Step(List<CharTree> tables) implements Edit {

        @Override
        public void edit(String text, Changes changes) {
            for (int i = 0; i < text.length(); ) {
                int end = -1;
                for (int table = 0; table < tables.size() && end < 0; table++) {
                    end = tables.get(table).longest(text, i, text.length());
                    String with = end < 0 ? null : tables.get(table).get(text, i, end);
                    if (with != null) {
                        Spans.put(text, i, end, with, changes);
                    }
                }
                i = end < 0 ? i + 1 : end;
            }
        }
    }
}
