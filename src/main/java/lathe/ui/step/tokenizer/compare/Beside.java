package lathe.ui.step.tokenizer.compare;

import java.util.List;
import java.util.Optional;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.text.Tokenizer;
import lathe.tokenize.quality.Overlap;
import lathe.ui.open.SharedTokenizer;

/**
 * What two vocabularies share, and some of what only one of them has.
 *
 * @param onlyHere texts of tokens that the first has alone
 * @param onlyThere texts of tokens that the second has alone
 */
record Beside(Overlap overlap, List<String> onlyHere, List<String> onlyThere) {
    private static final int SHOWN = 40;

    static Optional<Beside> of(SharedTokenizer here, SharedTokenizer there)
            throws Failure, java.io.IOException, RunCancelledException {
        return here.use(first -> there.use(second -> of(first, second))).flatMap(beside -> beside);
    }

    private static Beside of(Tokenizer first, Tokenizer second) {
        Overlap overlap = Overlap.of(first, second);
        return new Beside(overlap, some(overlap.onlyFirst(), first), some(overlap.onlySecond(), second));
    }

    /** The last ones: of a BPE, those that were learned last and say most of its corpus. */
    private static List<String> some(List<Integer> ids, Tokenizer tokenizer) {
        return ids.subList(Math.max(0, ids.size() - SHOWN), ids.size()).stream()
                .map(id -> String.valueOf(tokenizer.piece(id)))
                .toList();
    }
}
