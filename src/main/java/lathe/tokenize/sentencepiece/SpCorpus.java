package lathe.tokenize.sentencepiece;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import lathe.recipe.TokenizerSettings.Normalizer;
import lathe.run.Failure;
import lathe.run.InOrder;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.tokenize.sentencepiece.charsmap.CharsMap;
import lathe.tokenize.train.PieceCounts;
import lathe.tokenize.train.Sequences;
import org.jspecify.annotations.Nullable;

/**
 * A corpus as SentencePiece's trainers see it: lines, normalized, cut wherever no piece can reach across, and each
 * different part counted. Parts are smaller than SentencePiece's words, so there are fewer of them; what is learned is
 * the same, for no pair and no piece was ever to be found across a cut.
 *
 * <p>Lines of any length count. As in SentencePiece, lines with U+2585 are left out.
 */
public final class SpCorpus {
    /** Follows the last part of a line. */
    public static final char LINE_END = 0;

    private static final int BATCH = 64;

    private final SpSettings settings;
    private final boolean withNext;
    private final @Nullable CharsMap map;

    private SpCorpus(SpSettings settings, boolean withNext) {
        this.settings = settings;
        this.withNext = withNext;
        map = charsMap(settings.spaces().normalizer());
    }

    /**
     * Counts a corpus.
     *
     * @param withNext whether a part is counted with the character after it, {@link #LINE_END} at a line's end
     */
    public static PieceCounts count(
            Sequences sequences, SpSettings settings, boolean withNext, int threads, RunContext context)
            throws Failure, IOException, RunCancelledException {
        context.phase("tokenizer", "counting");
        SpCorpus corpus = new SpCorpus(settings, withNext);
        PieceCounts all = new PieceCounts();
        long[] done = new long[1];
        try (Stream<String> texts = sequences.open()) {
            Iterator<String> each = texts.iterator();
            InOrder.run(each, BATCH, threads, batch -> corpus.countBatch(batch, context), counted -> {
                all.addAll(counted);
                done[0] += BATCH;
                context.progress(done[0], 0, "texts");
            });
        }
        return all;
    }

    /** The rules of a normalizer, or null where text stays as it is. */
    public static @Nullable CharsMap charsMap(Normalizer normalizer) {
        return switch (normalizer) {
            case NONE -> null;
            case NFC -> CharsMap.nfc();
            case NFKC -> CharsMap.nfkc();
            case NMT_NFKC -> CharsMap.nmtNfkc();
        };
    }

    private PieceCounts countBatch(List<String> batch, RunContext context) throws RunCancelledException {
        PieceCounts counts = new PieceCounts();
        SpText normal = new SpText(settings.spaces(), settings.fixed(), map);
        StringBuilder line = new StringBuilder();
        for (String text : batch) {
            context.checkCancelled();
            int from = 0;
            while (from < text.length()) {
                int end = text.indexOf('\n', from);
                end = end < 0 ? text.length() : end;
                String raw = text.substring(from, end);
                if (raw.indexOf(PieceRules.UNKNOWN) < 0) {
                    normal.normalize(raw, line);
                    countLine(line.append(LINE_END).toString(), counts);
                }
                from = end + 1;
            }
        }
        return counts;
    }

    /** Counts the parts of a line, whose last character is no part of it. */
    private void countLine(String line, PieceCounts counts) {
        int end = line.length() - 1;
        int from = 0;
        while (from < end) {
            int c = line.codePointAt(from);
            int to = from + Character.charCount(c);
            int next = line.codePointAt(to);
            while (to < end && !settings.rules().neverJoin(c, next)) {
                to += Character.charCount(next);
                c = next;
                next = line.codePointAt(to);
            }
            counts.add(line, from, withNext ? to + Character.charCount(next) : to);
            from = to;
        }
    }
}
