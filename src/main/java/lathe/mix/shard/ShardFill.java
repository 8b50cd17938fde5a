package lathe.mix.shard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import lathe.data.CorpusFolder;
import lathe.data.Document;
import lathe.data.MappedFile;
import lathe.data.StageData;
import lathe.data.TokenShard;
import lathe.data.TokenShardWriter;
import lathe.mix.shard.ShardEncoder.Encoded;
import lathe.mix.shard.ShardEncoder.Placed;
import lathe.run.Failure;
import lathe.run.InOrder;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/**
 * Fills the two shards of a folder from a corpus. Several threads encode, one appends in the order of the corpus: any
 * number gives the same bytes. After each part the place is noted; whatever ends the work, at most one part is lost,
 * and another attempt encodes none again that was noted.
 */
public final class ShardFill {
    private static final int BATCH = 64;
    private static final long PART_TOKENS = 4_000_000;
    private static final int HEAP_SHARE = 8;

    /** Hears of every document, in order. */
    @FunctionalInterface
    public interface Listener {
        void document(String source, boolean heldOut, int length);
    }

    /**
     * What is filled.
     *
     * @param key digest of all that decides what is filled in: with another one, filling begins anew
     * @param threads workers; any number gives the same bytes
     * @param partTokens tokens after which the place is noted
     */
    public record Work(CorpusFolder corpus, StageData data, String key, int threads, long partTokens) {

        public Work(CorpusFolder corpus, StageData data, String key, int threads) {
            this(corpus, data, key, threads, PART_TOKENS);
        }
    }

    private final Work work;
    private final ShardEncoder encoder;
    private final Listener listener;
    private final RunContext context;
    private final long total;
    private FillJournal journal;
    private long records;
    private long quoting;
    private long tokensOfPart;

    private ShardFill(Work work, ShardEncoder encoder, Listener listener, RunContext context) throws IOException {
        this.work = work;
        this.encoder = encoder;
        this.listener = listener;
        this.context = context;
        total = work.corpus().size();
        journal = FillJournal.read(work.data(), work.key(), encoder);
        quoting = journal.quoting();
    }

    /** Fills; the journal stays until {@link #forget}. Gives the number of records that quote special tokens. */
    public static long run(Work work, ShardEncoder encoder, Listener listener, RunContext context)
            throws Failure, IOException, RunCancelledException {
        ShardFill fill = new ShardFill(work, encoder, listener, context);
        fill.fill();
        return fill.quoting;
    }

    /** Whether a folder was being filled when something ended the work. */
    public static boolean isInterrupted(Path folder) {
        return FillJournal.isIn(folder);
    }

    /** The work is done for good: nobody goes on from here. */
    public static void forget(StageData data) throws IOException {
        FillJournal.delete(data.folder());
    }

    private void fill() throws Failure, IOException, RunCancelledException {
        try (TokenShardWriter train = writer(work.data().trainFolder(), journal.train());
                TokenShardWriter evaluate = writer(work.data().evaluateFolder(), journal.evaluate());
                Stream<Document> stream = work.corpus().read()) {
            Iterator<Document> all = stream.iterator();
            skipDone(all);
            InOrder.Load<Document> load = new InOrder.Load<>(
                    record -> 64L + 8L * record.content().length(),
                    Runtime.getRuntime().maxMemory() / HEAP_SHARE);
            InOrder.run(all, BATCH, work.threads(), load, this::encode, encoded -> append(encoded, train, evaluate));
            note(train, evaluate);
            train.finish();
            evaluate.finish();
        }
    }

    private TokenShardWriter writer(Path folder, TokenShardWriter.Position from) throws IOException {
        return new TokenShardWriter(folder, encoder.vocabSize(), encoder.isMasked(), from);
    }

    /** A batch, and how many records it came from. */
    private record Batch(int records, Encoded encoded) {}

    private Batch encode(List<Document> batch) throws Failure, RunCancelledException {
        context.checkCancelled();
        return new Batch(batch.size(), encoder.encode(batch));
    }

    private void append(Batch batch, TokenShardWriter train, TokenShardWriter evaluate)
            throws IOException, RunCancelledException {
        context.checkCancelled();
        Encoded encoded = batch.encoded();
        train.add(encoded.train());
        evaluate.add(encoded.evaluate());
        int trained = 0;
        int heldOut = 0;
        for (Placed place : encoded.placed()) {
            int length = place.heldOut()
                    ? encoded.evaluate().length(heldOut++)
                    : encoded.train().length(trained++);
            listener.document(place.source(), place.heldOut(), length);
            tokensOfPart += length;
        }
        quoting += encoded.quoting();
        advance(batch.records());
        if (tokensOfPart >= work.partTokens()) {
            note(train, evaluate);
        }
    }

    private void advance(int more) {
        records += more;
        context.progress(records, total, "records");
    }

    private void note(TokenShardWriter train, TokenShardWriter evaluate) throws IOException {
        journal = new FillJournal(work.key(), records, quoting, train.sync(), evaluate.sync());
        journal.write(work.data().folder());
        tokensOfPart = 0;
    }

    /**
     * Tells of the documents that another attempt encoded: their records are read, their lengths stand in the shards.
     */
    private void skipDone(Iterator<Document> all) throws Failure, IOException, RunCancelledException {
        if (journal.records() == 0) {
            return;
        }
        Lengths train = new Lengths(work.data().trainFolder());
        Lengths evaluate = new Lengths(work.data().evaluateFolder());
        InOrder.run(
                first(all, journal.records()),
                BATCH,
                work.threads(),
                batch -> {
                    context.checkCancelled();
                    return new Skipped(batch.size(), encoder.place(batch));
                },
                skipped -> {
                    advance(skipped.records());
                    for (Placed place : skipped.placed()) {
                        int length = (place.heldOut() ? evaluate : train).next();
                        listener.document(place.source(), place.heldOut(), length);
                    }
                });
    }

    /** A batch that was encoded before, and how many records it came from. */
    private record Skipped(int records, List<Placed> placed) {}

    private static Iterator<Document> first(Iterator<Document> all, long count) {
        return new Iterator<>() {
            private long left = count;

            @Override
            public boolean hasNext() {
                return left > 0 && all.hasNext();
            }

            @Override
            public Document next() {
                left--;
                return all.next();
            }
        };
    }

    /** Lengths of the documents of a shard that is not complete. */
    private static final class Lengths {
        private final MappedFile ends;
        private long at;
        private long last;

        Lengths(Path folder) throws IOException {
            ends = new MappedFile(folder.resolve(TokenShard.DOCUMENTS));
        }

        int next() {
            long end = ends.int64(at);
            int length = Math.toIntExact(end - last);
            at += Long.BYTES;
            last = end;
            return length;
        }
    }
}
