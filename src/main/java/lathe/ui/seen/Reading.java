package lathe.ui.seen;

import java.util.BitSet;
import java.util.stream.IntStream;
import lathe.recipe.TrainStage.Task;
import lathe.text.chat.Seen;

/**
 * A record as a stage reads it.
 *
 * @param position its place among the records of the stage, from 0
 * @param count records of the stage
 * @param task pre-training packs records one behind another; sft gives each a row of its own
 * @param context tokens per row
 * @param special which of its tokens are special ones, by their places
 * @param quotesStayText whether special tokens that messages quote are no tokens
 */
public record Reading(
        int position,
        int count,
        String source,
        Seen seen,
        Task task,
        int context,
        BitSet special,
        boolean quotesStayText) {

    /** Why nothing would be learned of a record. */
    public enum Nothing {
        /** What is to be learned begins behind the context. */
        CUT,
        /** Nothing of it is marked as an answer. */
        UNMARKED
    }

    /** How many tokens it has. */
    public int size() {
        return seen.tokens().size();
    }

    /** Whether a token is behind the end of the context. */
    public boolean isCut(int token) {
        return token >= seen.seen();
    }

    /** Whether it begins a row: nothing comes before it that it could be predicted from. */
    public boolean isFirst(int token) {
        return token == 0 && task == Task.SFT;
    }

    /** Whether the loss counts a token, as training counts it. */
    public boolean isLearned(int token) {
        return !isCut(token) && !isFirst(token) && seen.tokens().get(token).trained();
    }

    public boolean isSpecial(int token) {
        return special.get(token);
    }

    /** Tokens that the loss counts. */
    public int learned() {
        return (int) IntStream.range(0, seen.seen()).filter(this::isLearned).count();
    }

    /** The first token that is marked as one to learn, wherever it stands; -1 where none is. */
    public int firstMarked() {
        return IntStream.range(0, size())
                .filter(token -> !isFirst(token) && seen.tokens().get(token).trained())
                .findFirst()
                .orElse(-1);
    }

    /** Why nothing is learned, where that is so. */
    public Nothing nothing() {
        return firstMarked() < 0 ? Nothing.UNMARKED : Nothing.CUT;
    }
}
