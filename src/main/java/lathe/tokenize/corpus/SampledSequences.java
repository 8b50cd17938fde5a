package lathe.tokenize.corpus;

import java.io.IOException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.Random;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lathe.run.Randoms;

/**
 * Some of the texts, drawn at random but always the same, in their order: each has the same chance (Vitter's algorithm
 * R, 1985, on their numbers). Texts are read twice, so that none of them has to be kept.
 */
public final class SampledSequences implements Sequences {
    private static final long SEED = 12_345_678;

    private final Sequences all;
    private final int most;

    private SampledSequences(Sequences all, int most) {
        this.all = all;
        this.most = most;
    }

    /** At most so many of the texts; 0 means all. */
    public static Sequences of(Sequences all, int most) {
        return most == 0 ? all : new SampledSequences(all, most);
    }

    @Override
    public Stream<String> open() throws IOException {
        BitSet chosen = choose();
        Stream<String> texts = all.open();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Chosen(texts.iterator(), chosen), 0), false)
                .onClose(texts::close);
    }

    private BitSet choose() throws IOException {
        Random random = Randoms.stream(SEED, "tokenizer", "sample");
        int[] reservoir = new int[1024];
        int seen = 0;
        try (Stream<String> texts = all.open()) {
            for (Iterator<String> each = texts.iterator(); each.hasNext(); each.next()) {
                int place = seen < most ? seen : random.nextInt(seen + 1);
                if (place < most) {
                    if (place >= reservoir.length) {
                        reservoir = java.util.Arrays.copyOf(reservoir, Math.min(most, 2 * reservoir.length));
                    }
                    reservoir[place] = seen;
                }
                seen = Math.addExact(seen, 1);
            }
        }
        BitSet chosen = new BitSet(seen);
        for (int i = 0; i < Math.min(most, seen); i++) {
            chosen.set(reservoir[i]);
        }
        return chosen;
    }

    private static final class Chosen implements Iterator<String> {
        private final Iterator<String> texts;
        private final BitSet chosen;
        private int next;

        Chosen(Iterator<String> texts, BitSet chosen) {
            this.texts = texts;
            this.chosen = chosen;
        }

        @Override
        public boolean hasNext() {
            return chosen.nextSetBit(next) >= 0;
        }

        @Override
        public String next() {
            int wanted = chosen.nextSetBit(next);
            while (next < wanted) {
                texts.next();
                next++;
            }
            next++;
            return texts.next();
        }
    }
}
