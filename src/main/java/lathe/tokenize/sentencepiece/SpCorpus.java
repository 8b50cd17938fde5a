package lathe.tokenize.sentencepiece;

import java.io.IOException;
import lathe.recipe.TokenizerSettings.Normalizer;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.tokenize.sentencepiece.charsmap.CharsMap;
import lathe.tokenize.train.PieceCounter;
import lathe.tokenize.train.SampledSequences;
import lathe.tokenize.train.Sequences;
import lathe.tokenize.train.SharedCounts;
import lathe.tokenize.train.TextCutter;
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

    private final PieceRules rules;
    private final boolean withNext;
    private final ThreadLocal<SpText> normal;

    private SpCorpus(SpSettings settings, boolean withNext) {
        rules = settings.rules();
        this.withNext = withNext;
        CharsMap map = charsMap(settings.spaces().normalizer());
        normal = ThreadLocal.withInitial(() -> new SpText(settings.spaces(), settings.fixed(), map));
    }

    /**
     * Counts a corpus; close what comes back.
     *
     * @param withNext whether a part is counted with the character after it, {@link #LINE_END} at a line's end
     */
    public static SharedCounts count(
            Sequences sequences, SpSettings settings, boolean withNext, int threads, RunContext context)
            throws Failure, IOException, RunCancelledException {
        Sequences some = SampledSequences.of(sequences, settings.texts());
        return PieceCounter.count(some, new SpCorpus(settings, withNext), threads, settings.memoryLimit(), context);
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
        SpText own = normal.get();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            if (own.set(text, from, end)) {
                cutLine(own.chars(), own.length(), pieces);
            }
            from = end + 1;
        }
    }

    private void cutLine(char[] line, int end, Pieces pieces) {
        line[end] = LINE_END;
        int from = 0;
        while (from < end) {
            int c = at(line, from);
            int to = from + Character.charCount(c);
            int next = at(line, to);
            while (to < end && !rules.neverJoin(c, next)) {
                to += Character.charCount(next);
                c = next;
                next = at(line, to);
            }
            pieces.piece(line, from, withNext ? to + Character.charCount(next) : to);
            from = to;
        }
    }

    private static int at(char[] line, int index) {
        char c = line[index];
        return Character.isHighSurrogate(c) ? Character.codePointAt(line, index) : c;
    }
}
