package lathe.tokenize.extend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.tokenize.bpe.ByteText;
import lathe.tokenize.corpus.PieceCounter;
import lathe.tokenize.corpus.Sequences;
import lathe.tokenize.corpus.SharedCounts;

/**
 * Cuts a BPE tokenizer down. Special and other added tokens stay, and bytes, so that any text can still be written;
 * what is kept gets new ids in the order of the old ones.
 */
public final class TokenizerPruner {
    private final BaseTokenizer base;

    /** Opens the folder of the tokenizer to prune. */
    public TokenizerPruner(Path folder) throws Failure, IOException {
        base = BaseTokenizer.read(folder);
    }

    /**
     * Keeps the tokens that a corpus needs, and those they are made of.
     *
     * @param least tokens that the corpus needs less often go, too; with 1 its texts are cut as before
     */
    public PrunedTokenizer toCorpus(Sequences corpus, long least, int threads, RunContext context)
            throws Failure, IOException, RunCancelledException {
        PieceWriter writer = new PieceWriter(base);
        BitSet usedMerges = writer.noteMerges();
        long[] needed = new long[base.bound()];
        BaseCutter cutter = base.cutter();
        try (SharedCounts counts = PieceCounter.count(corpus, cutter, threads, SharedCounts.usualLimit(), context)) {
            counts.forEach((text, from, length, times) -> {
                for (int id : writer.tokens(text, from, length)) {
                    needed[id] += times;
                }
            });
        }
        BitSet kept = always();
        for (int id = 0; id < needed.length; id++) {
            if (needed[id] >= Math.max(1, least)) {
                kept.set(id);
            }
        }
        addParts(kept, usedMerges);
        return new PrunedTokenizer(base, kept);
    }

    /** Keeps the first merges, and single characters. */
    public PrunedTokenizer toMerges(int merges) throws Failure, IOException {
        BitSet kept = always();
        BitSet made = new BitSet();
        for (List<String> merge : base.merges()) {
            made.set(base.id(merge.get(0) + merge.get(1)));
        }
        for (int id = 0; id < base.bound(); id++) {
            if (base.piece(id) != null && !made.get(id)) {
                kept.set(id);
            }
        }
        for (List<String> merge :
                base.merges().subList(0, Math.min(merges, base.merges().size()))) {
            kept.set(base.id(merge.get(0) + merge.get(1)));
        }
        return new PrunedTokenizer(base, kept);
    }

    private BitSet always() {
        BitSet kept = new BitSet();
        base.added().forEach(token -> kept.set(base.id(token)));
        String unknown = base.tree().at("/model/unk_token").asText("");
        for (int id = 0; id < base.bound(); id++) {
            String piece = base.piece(id);
            if (piece != null && (piece.equals(unknown) || isByte(piece))) {
                kept.set(id);
            }
        }
        return kept;
    }

    private boolean isByte(String piece) {
        if (base.hasByteFallback()) {
            return piece.length() == 6 && piece.startsWith("<0x") && piece.endsWith(">");
        }
        return piece.length() == 1 && ByteText.isOne(piece);
    }

    /** A token stays only with the merges that made it in the corpus: the last first, as its parts come earlier. */
    private void addParts(BitSet kept, BitSet usedMerges) {
        boolean[] grew = {true};
        while (grew[0]) {
            grew[0] = false;
            usedMerges.stream().forEach(rank -> {
                List<String> merge = base.merges().get(rank);
                if (kept.get(base.id(merge.get(0) + merge.get(1)))) {
                    for (String part : merge) {
                        grew[0] |= !kept.get(base.id(part));
                        kept.set(base.id(part));
                    }
                }
            });
        }
    }
}
