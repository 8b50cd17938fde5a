package lathe.clean.statistic;

import lathe.clean.rule.View;
import lathe.text.Hashes;

/**
 * Share of the most frequent runs of n characters: of the counts of all runs, largest first, the first k over all,
 * where k is the square root of the number of different runs, but no more than the runs that come again. This is
 * data-juicer's character_repetition_filter; it holds for every script.
 */
final class CharacterRepetition {
    private CharacterRepetition() {}

    static double of(View view, int n) {
        int all = view.characters() - n + 1;
        if (all <= 0) {
            return 0;
        }
        GramTable table = GramTable.empty(all);
        count(view.chars(), n, table);
        int[] repeated = table.repeated();
        int most = Math.min((int) Math.sqrt(table.distinct()), repeated.length);
        long sum = 0;
        for (int i = 0; i < most; i++) {
            sum += repeated[i];
        }
        return (double) sum / all;
    }

    private static void count(char[] text, int n, GramTable table) {
        long leaving = 1;
        for (int i = 0; i < n; i++) {
            leaving *= Hashes.BASE;
        }
        long hash = Hashes.EMPTY;
        int seen = 0;
        int tail = 0;
        for (int at = 0; at < text.length; ) {
            int c = Character.codePointAt(text, at);
            at += Character.charCount(c);
            hash = Hashes.append(hash, c);
            if (++seen > n) {
                int first = Character.codePointAt(text, tail);
                tail += Character.charCount(first);
                hash -= Hashes.append(Hashes.EMPTY, first) * leaving;
            }
            if (seen >= n) {
                table.add(hash);
            }
        }
    }
}
