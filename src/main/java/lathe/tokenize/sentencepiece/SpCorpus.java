package lathe.tokenize.sentencepiece;

import java.io.IOException;
import lathe.recipe.TokenizerSettings.Normalizer;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.tokenize.sentencepiece.charsmap.CharsMap;
import lathe.tokenize.corpus.PieceCounter;
import lathe.tokenize.corpus.SampledSequences;
import lathe.tokenize.corpus.Sequences;
import lathe.tokenize.corpus.SharedCounts;
import lathe.tokenize.corpus.TextCutter;
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
            String raw = text.substring(from, end);
            if (raw.indexOf(PieceRules.UNKNOWN) < 0) {
                cutLine(own.normalized(raw) + LINE_END, pieces);
            }
            from = end + 1;
        }
    }

    /** Cuts a line, whose last character is no part of it. */
    private void cutLine(String line, Pieces pieces) {
        int end = line.length() - 1;
        int from = 0;
        while (from < end) {
            int c = line.codePointAt(from);
            int to = from + Character.charCount(c);
            int next = line.codePointAt(to);
            while (to < end && !rules.neverJoin(c, next)) {
                to += Character.charCount(next);
                c = next;
                next = line.codePointAt(to);
            }
            pieces.piece(line, from, withNext ? to + Character.charCount(next) : to);
            from = to;
        }
    }
}
