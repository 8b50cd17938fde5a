package lathe.evaluate;

import lathe.data.TokenShard;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/** Scores held-out documents as a shard holds them: in the template, and by the tokens, that training counted. */
public final class HeldOutScorer {
    private final TokenShard shard;
    private final long mostTokens;
    private final int longest;

    /**
     * A scorer of a shard.
     *
     * @param mostTokens documents are taken from the first on until they have so many tokens
     * @param longest tokens after which a document is cut, as training cut it
     */
    public HeldOutScorer(TokenShard shard, long mostTokens, int longest) {
        this.shard = shard;
        this.mostTokens = mostTokens;
        this.longest = longest;
    }

    /** Documents that are scored. */
    public long documents() {
        long documents = 0;
        while (documents < shard.documents() && shard.start(documents) < mostTokens) {
            documents++;
        }
        return documents;
    }

    /** What base and tuned model make of them. */
    public HeldOutFigures figures(Contest contest, RunContext context) throws Failure, RunCancelledException {
        Score tuned = score(contest.tuned(), context);
        Evaluator base = contest.base();
        HeldOutFigures.Side side = HeldOutFigures.Side.of(tuned);
        return base == null
                ? new HeldOutFigures(documents(), tuned.tokens(), side, null)
                : new HeldOutFigures(documents(), tuned.tokens(), HeldOutFigures.Side.of(score(base, context)), side);
    }

    private Score score(Evaluator evaluator, RunContext context) throws Failure, RunCancelledException {
        Score sum = Score.NONE;
        long documents = documents();
        for (long document = 0; document < documents; document++) {
            context.checkCancelled();
            sum = sum.plus(score(evaluator, document, context));
            context.progress(document + 1, documents, "documents");
        }
        return sum;
    }

    private Score score(Evaluator evaluator, long document, RunContext context) throws Failure, RunCancelledException {
        int[] ids = new int[Math.min(longest, shard.length(document))];
        boolean[] counted = new boolean[ids.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = shard.token(shard.start(document) + i);
            counted[i] = shard.isTrained(shard.start(document) + i);
        }
        return evaluator.score(ids, counted, context);
    }
}
