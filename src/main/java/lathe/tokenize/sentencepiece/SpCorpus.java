package lathe.tokenize.sentencepiece;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import lathe.recipe.TokenizerSettings.Normalizer;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.tokenize.corpus.PieceCounter;
import lathe.tokenize.corpus.SampledSequences;
import lathe.tokenize.corpus.Sequences;
import lathe.tokenize.corpus.TextCutter;
import lathe.tokenize.sentencepiece.charsmap.CharsMap;
import org.jspecify.annotations.Nullable;

/**
 * A corpus as SentencePiece's trainers see it: lines, normalized, cut wherever no piece can reach across, and each
 * different part counted. Parts are smaller than SentencePiece's words, so there are fewer of them; what is learned is
 * the same, for no pair and no piece was ever to be found across a cut.
 *
 * <p>Lines of any length count. As in SentencePiece, lines with U+2585 are left out.
 */
public final class SpCorpus implements TextCutter {
    /** Follows the last part of a line. */
    public static final char LINE_END = 0;

    private final Joins joins;
    private final boolean withNext;
    private final Queue<long[]> singles = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Own> own;

    /** What a thread has of its own. */
    @SuppressWarnings("ArrayRecordComponent") // filled, never compared
    private record Own(SpText text, long[] single) {}

    private SpCorpus(SpSettings settings, boolean withNext) {
        joins = new Joins(settings.rules());
        this.withNext = withNext;
        CharsMap map = charsMap(settings.spaces().normalizer());
        own = ThreadLocal.withInitial(() -> {
            long[] single = new long[Character.MIN_SUPPLEMENTARY_CODE_POINT];
            singles.add(single);
            return new Own(new SpText(settings.spaces(), settings.fixed(), map), single);
        });
    }

    /**
     * Counts a corpus; close what comes back.
     *
     * @param withNext whether a part is counted with the character after it, {@link #LINE_END} at a line's end
     */
    public static SpCounts count(
            Sequences sequences, SpSettings settings, boolean withNext, int threads, RunContext context)
            throws Failure, IOException, RunCancelledException {
        Sequences some = SampledSequences.of(sequences, settings.texts());
        SpCorpus corpus = new SpCorpus(settings, withNext);
        return new SpCounts(PieceCounter.count(some, corpus, threads, settings.memoryLimit(), context), corpus.singles);
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

    @Override
    public void cut(String text, Pieces pieces) {
        Own mine = own.get();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            if (mine.text().set(text, from, end)) {
                cutLine(mine.text().chars(), mine.text().length(), mine.single(), pieces);
            }
            from = end + 1;
        }
    }

    private void cutLine(char[] line, int end, long[] single, Pieces pieces) {
        line[end] = LINE_END;
        int from = 0;
        int next = at(line, 0);
        int nextKind = joins.kind(next);
        while (from < end) {
            int to = from;
            int kind;
            do {
                to += next < Character.MIN_SUPPLEMENTARY_CODE_POINT ? 1 : 2;
                kind = nextKind;
                next = at(line, to);
                nextKind = joins.kind(next);
            } while (to < end && !joins.never(kind, nextKind));
            if (to - from == 1) {
                single[line[from]]++;
            } else {
                pieces.piece(line, from, withNext ? to + Character.charCount(next) : to);
            }
            from = to;
        }
    }

    private static int at(char[] line, int index) {
        char c = line[index];
        return Character.isHighSurrogate(c) ? Character.codePointAt(line, index) : c;
    }
}
