package lathe.clean.statistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import lathe.clean.rule.View;
import lathe.clean.rule.WordTable;

/**
 * Runs of n words of a text, for n from 1 on. A run of n words can only come again where the two runs of n - 1 words in
 * it do; so each length looks only at the places that the one before left over, which soon are few.
 */
final class WordGrams {
    /** Makes the runs of a view, once. */
    static final Function<View, WordGrams> OF = view -> new WordGrams(view.wordTable());

    private static final long NEXT_WORD = 0xD6E8FEB86659FD93L;

    private final WordTable words;
    private final int[] charactersBefore;
    private final List<Repeats> known = new ArrayList<>();
    private final long[] keys;
    private int[] places;

    /**
     * What runs of some length repeat; characters are code points of words.
     *
     * @param places how many of the runs occur more than once, all their occurrences counted
     * @param top characters in the occurrences, without overlap, of the most frequent one (of several, the first)
     * @param again characters in runs that were there before, each character once
     */
    record Repeats(int places, int top, int again) {}

    private WordGrams(WordTable words) {
        this.words = words;
        int size = words.size();
        keys = new long[size];
        places = new int[size];
        charactersBefore = new int[size + 1];
        for (int i = 0; i < size; i++) {
            places[i] = i;
            charactersBefore[i + 1] = charactersBefore[i] + words.length(i);
        }
    }

    /** The repeats of runs of n words. */
    Repeats of(int n) {
        while (known.size() < n) {
            known.add(next(known.size() + 1));
        }
        return known.get(n - 1);
    }

    /** How many runs of n words there are. */
    int all(int n) {
        return Math.max(0, words.size() - n + 1);
    }

    private Repeats next(int n) {
        GramTable table = GramTable.empty(places.length);
        int coveredTo = 0;
        int again = 0;
        for (int place : places) {
            keys[place] = keys[place] * NEXT_WORD + words.hash(place + n - 1);
            if (table.add(keys[place]) > 0) {
                again += charactersBefore[place + n] - charactersBefore[Math.max(place, coveredTo)];
                coveredTo = place + n;
            }
        }
        int[] repeated = repeated(table);
        Repeats repeats = new Repeats(repeated.length, top(table, repeated, n), again);
        places = candidates(repeated, n + 1);
        return repeats;
    }

    private int[] repeated(GramTable table) {
        int[] kept = new int[places.length];
        int size = 0;
        for (int place : places) {
            if (table.count(keys[place]) > 1) {
                kept[size++] = place;
            }
        }
        return Arrays.copyOf(kept, size);
    }

    private int top(GramTable table, int[] repeated, int n) {
        int most = 1;
        long key = 0;
        for (int place : repeated) {
            int count = table.count(keys[place]);
            if (count > most) {
                most = count;
                key = keys[place];
            }
        }
        int characters = 0;
        int end = 0;
        for (int place : repeated) {
            if (keys[place] == key && place >= end) {
                end = place + n;
                characters += charactersBefore[end] - charactersBefore[place];
            }
        }
        return characters;
    }

    /** The places where a run of n words may come again: it and its neighbour do with n - 1. */
    private int[] candidates(int[] repeated, int n) {
        int[] kept = new int[repeated.length];
        int size = 0;
        for (int i = 0; i + 1 < repeated.length; i++) {
            if (repeated[i + 1] == repeated[i] + 1 && repeated[i] + n <= words.size()) {
                kept[size++] = repeated[i];
            }
        }
        return Arrays.copyOf(kept, size);
    }
}
