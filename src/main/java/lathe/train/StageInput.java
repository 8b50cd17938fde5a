package lathe.train;

import java.io.IOException;
import java.util.stream.IntStream;
import lathe.data.TokenShard;
import lathe.recipe.MixSettings;
import lathe.recipe.TrainStage;
import lathe.run.Failure;
import lathe.run.RunContext;
import lathe.train.rows.BlockRows;
import lathe.train.rows.DocumentRows;
import lathe.train.rows.PackedRows;
import lathe.train.rows.Rows;

/**
 * The rows that a stage trains on and is measured by.
 *
 * @param train rows of one pass
 * @param heldOut rows that no stage trains on; may be none
 */
record StageInput(Rows train, Rows heldOut) {
    /** As many documents as the datasets library maps at a time, by which TRL packs. */
    private static final int ORDERED_GROUP = 1000;

    /** Reads a stage's shards; refuses data on which nothing can be learned. */
    static StageInput of(TrainRequest request, RunContext context) throws Failure, IOException {
        TrainStage stage = request.stage();
        TokenShard train = request.data().train();
        TokenShard heldOut = request.data().evaluate();
        int[] order = request.data().order();
        int[] all = IntStream.range(0, Math.toIntExact(heldOut.documents())).toArray();
        if (stage.task() == TrainStage.Task.PRETRAIN) {
            BlockRows rows = new BlockRows(train, order, stage.context(), false);
            refuseEmpty(rows, request, rows.tokens());
            return new StageInput(rows, new BlockRows(heldOut, all, stage.context(), true));
        }
        DocumentRows rows = new DocumentRows(train, order, stage.context());
        refuseEmpty(rows, request, train.tokens());
        warn(rows, request, context);
        return new StageInput(packed(rows, request), new DocumentRows(heldOut, all, stage.context()));
    }

    /** Documents share rows if the recipe says so; only a random order lets all of them be packed together. */
    private static Rows packed(DocumentRows rows, TrainRequest request) {
        if (!request.stage().packing()) {
            return rows;
        }
        boolean random = request.order().by() == MixSettings.Order.By.RANDOM;
        return new PackedRows(rows, request.stage().context(), random ? rows.count() : ORDERED_GROUP);
    }

    private static void refuseEmpty(Rows rows, TrainRequest request, long tokens) throws Failure {
        if (rows.count() > 0) {
            return;
        }
        boolean blocks = request.stage().task() == TrainStage.Task.PRETRAIN;
        throw Failure.badInput(
                blocks
                        ? "The data is shorter than one row: " + tokens + " tokens"
                        : "No token of the data is to be learned within the context",
                request.key("context"),
                "give the stage more data: check its sources and what cleaning dropped",
                blocks ? "lower context below " + tokens : "raise context, or set loss-on to all");
    }

    private static void warn(DocumentRows rows, TrainRequest request, RunContext context) {
        if (rows.truncated() > 0) {
            context.warn(
                    rows.truncated() + " documents are longer than the context and were cut",
                    request.key("context"),
                    "raise context, or clean with a text-length rule");
        }
        if (rows.leftOut() > 0) {
            context.warn(
                    rows.leftOut() + " documents hold no token to learn within the context and were left out",
                    request.key("context"),
                    "raise context");
        }
    }
}
