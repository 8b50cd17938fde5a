package lathe.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import lathe.clean.engine.Pass;
import lathe.clean.engine.Shard;
import lathe.clean.engine.ShardJob;
import lathe.pipeline.CleanServices;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Annotates with Apache Spark: the very same rules, a task for some of the shards each. The folders of the corpus and
 * of the annotations must be seen by all machines under the same path.
 *
 * @param master as Spark calls it; empty takes what {@code spark-submit} was told
 * @param partitions tasks; 0 takes four for each core
 */
public record SparkEngine(String master, int partitions) implements Pass.Engine {
    private static final int TASKS_PER_CORE = 4;
    private static final long POLL_MILLIS = 200;

    @Override
    public void annotate(Pass pass, int firstShard, Pass.Sink sink, RunContext context)
            throws Failure, IOException, RunCancelledException {
        ShardJob job = ShardJob.of(pass);
        List<Shard> missing = job.missing(pass, firstShard);
        String base = pass.services().base().toAbsolutePath().toString();
        if (!missing.isEmpty()) {
            try (JavaSparkContext spark = new JavaSparkContext(conf())) {
                int tasks = partitions > 0 ? partitions : TASKS_PER_CORE * spark.defaultParallelism();
                await(
                        spark.parallelize(missing, Math.min(tasks, missing.size()))
                                .foreachPartitionAsync(
                                        shards -> job.annotate(shards, new CleanServices(Path.of(base)))),
                        context);
            }
        }
        job.collect(pass, firstShard, sink);
    }

    private SparkConf conf() {
        SparkConf conf = new SparkConf().setAppName("lathe clean").set("spark.ui.enabled", "false");
        return master.isEmpty() ? conf.setIfMissing("spark.master", "local[*]") : conf.setMaster(master);
    }

    private static void await(JavaFutureAction<Void> job, RunContext context)
            throws IOException, RunCancelledException {
        try {
            while (!job.isDone()) {
                context.checkCancelled();
                Thread.sleep(POLL_MILLIS);
            }
            job.get();
        } catch (RunCancelledException e) {
            job.cancel(true);
            throw e;
        } catch (InterruptedException e) {
            job.cancel(true);
            Thread.currentThread().interrupt();
            throw new RunCancelledException();
        } catch (ExecutionException e) {
            throw new IOException("Spark: " + e.getCause(), e.getCause());
        }
    }
}
