package lathe.tokenize.bpe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lathe.run.Failure;
import lathe.run.InOrder;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/**
 * Finds the frequent pairs of all words, with several threads. Most pairs are rare and will never be merged: sums by
 * hash tell which cannot be frequent, before any of them takes memory of its own.
 */
final class PairScan {
    private static final int SUMS = 1 << 20;
    private static final int WORDS_PER_CHECK = 1 << 16;

    private final BpeWords words;
    private final BpeTokens tokens;
    private final int threads;
    private final RunContext context;
    private final int[] borders;
    private long[] sums = new long[0];

    PairScan(BpeWords words, BpeTokens tokens, int threads, RunContext context) {
        this.words = words;
        this.tokens = tokens;
        this.threads = threads;
        this.context = context;
        words.compact();
        borders = words.parts(threads);
    }

    private interface Work<B> {
        B of(int part) throws RunCancelledException;
    }

    private <B> List<B> all(Work<B> work) throws RunCancelledException {
        List<B> results = new ArrayList<>();
        try {
            InOrder.run(IntStream.range(0, threads).iterator(), 1, threads, part -> work.of(part.get(0)), results::add);
        } catch (Failure | IOException e) {
            throw new AssertionError("nothing is read here", e);
        }
        return results;
    }

    /** Sums by hash; returns the largest, which no pair exceeds. */
    long sum() throws RunCancelledException {
        List<long[]> parts = all(part -> {
            long[] own = new long[SUMS];
            scan(part, (key, word, times) -> own[bucket(key)] += times);
            return own;
        });
        sums = parts.get(0);
        for (long[] more : parts.subList(1, parts.size())) {
            for (int i = 0; i < SUMS; i++) {
                sums[i] += more[i];
            }
        }
        return Arrays.stream(sums).max().orElse(0);
    }

    /** All pairs that occur at least so often, with their words; {@link #sum} comes first. */
    PairTable pairs(long floor) throws RunCancelledException {
        List<PairTally> parts = all(part -> {
            PairTally own = new PairTally();
            scan(part, (key, word, times) -> {
                if (sums[bucket(key)] >= floor) {
                    own.add(key, word, times);
                }
            });
            return own;
        });
        sums = new long[0];
        PairTable table = table(parts, floor);
        all(part -> {
            PairTally own = parts.get(part);
            Arrays.fill(own.lastWords, -1);
            scan(part, (key, word, times) -> place(table, own, key, word));
            return part;
        });
        return table;
    }

    /** Adds up the parts; from here on their {@code places} say where each writes its words next. */
    private static PairTable table(List<PairTally> parts, long floor) {
        PairTally whole = new PairTally();
        parts.forEach(whole::addAll);
        long places = 0;
        for (int i = 0; i < whole.size; i++) {
            places += whole.counts[i] >= floor ? whole.places[i] : 0;
        }
        PairTable table = new PairTable(Math.toIntExact(places + places / 8 + 1024));
        int[] next = new int[whole.size];
        for (int i = 0; i < whole.size; i++) {
            boolean kept = whole.counts[i] >= floor;
            next[i] = kept ? table.first(table.add(whole.keys[i], whole.counts[i], whole.places[i])) : PairTable.NONE;
        }
        for (PairTally part : parts) {
            for (int i = 0; i < part.size; i++) {
                int index = whole.find(part.keys[i]);
                int begin = next[index];
                next[index] += begin == PairTable.NONE ? 0 : part.places[i];
                part.places[i] = begin;
            }
        }
        return table;
    }

    private static void place(PairTable table, PairTally own, long key, int word) {
        int index = own.find(key);
        if (index != PairTable.NONE && own.places[index] != PairTable.NONE && own.lastWords[index] != word) {
            own.lastWords[index] = word;
            table.place(own.places[index]++, word);
        }
    }

    private interface Visit {
        void pair(long key, int word, long times);
    }

    private void scan(int part, Visit visit) throws RunCancelledException {
        int[] cells = words.cells;
        int visited = 0;
        for (int word = borders[part]; word < borders[part + 1]; word = words.next(word)) {
            if (++visited % WORDS_PER_CHECK == 0) {
                context.checkCancelled();
            }
            long times = words.count(word);
            int first = word + BpeWords.HEAD;
            for (int at = first + 1; at < first + cells[word]; at++) {
                if (tokens.fit(cells[at - 1], cells[at])) {
                    visit.pair(PairTable.key(cells[at - 1], cells[at]), word, times);
                }
            }
        }
    }

    private static int bucket(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - Integer.numberOfTrailingZeros(SUMS)));
    }
}
