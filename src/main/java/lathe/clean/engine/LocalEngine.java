package lathe.clean.engine;

import java.io.IOException;
import java.util.List;
import lathe.run.Failure;
import lathe.run.InOrder;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/**
 * Threads of this process.
 *
 * @param threads any number gives the same
 */
public record LocalEngine(int threads) implements Pass.Engine {
    private static final long HEAP_SHARE = 8;

    @Override
    public void annotate(Pass pass, int firstShard, Pass.Sink sink, RunContext context)
            throws Failure, IOException, RunCancelledException {
        Records records = pass.records();
        Annotator annotator = new Annotator(records, pass.ruleSet());
        List<Shard> shards = Shard.of(records);
        InOrder.run(
                shards.subList(Math.min(firstShard, shards.size()), shards.size())
                        .iterator(),
                1,
                threads,
                new InOrder.Load<>(Shard::bytes, Runtime.getRuntime().maxMemory() / HEAP_SHARE),
                batch -> {
                    context.checkCancelled();
                    return annotator.annotate(batch.get(0));
                },
                sink::accept);
    }
}
