package lathe.tokenize.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lathe.data.Document;
import lathe.run.Failure;
import lathe.run.InOrder;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.text.Tokenizer;

/**
 * What a tokenizer is worth on a text: its compression by source and by language, what it cannot write, which tokens
 * are needed, and whether everything comes back.
 *
 * @param byLanguage by ISO code; {@code und} for texts without letters
 * @param use how often each token occurs
 * @param mismatched records that do not come back as they were
 * @param mismatches the first of them
 */
public record TokenizerQuality(
        Map<String, Slice> bySource,
        Map<String, Slice> byLanguage,
        TokenUse use,
        long mismatched,
        List<Mismatch> mismatches) {
    private static final int BATCH = 64;
    private static final int MISMATCHES = 1000;

    /** All sources together. */
    public Slice total() {
        return bySource.values().stream().reduce(Slice.NONE, Slice::plus);
    }

    /** Measures a tokenizer on records; closes nothing. Any number of threads gives the same. */
    public static TokenizerQuality of(Tokenizer tokenizer, Stream<Document> records, int threads, RunContext context)
            throws Failure, IOException, RunCancelledException {
        Map<String, Slice> bySource = new TreeMap<>();
        Map<String, Slice> byLanguage = new TreeMap<>();
        TokenUse use = new TokenUse(tokenizer.vocabSize());
        List<Mismatch> mismatches = new ArrayList<>();
        long[] seen = new long[2];
        QualityMeter meter = new QualityMeter(tokenizer);
        Iterator<Document> each = records.iterator();
        InOrder.run(each, BATCH, threads, batch -> meter.measure(batch, context), batch -> {
            for (QualityMeter.Measured one : batch) {
                bySource.merge(one.source(), one.slice(), Slice::plus);
                byLanguage.merge(one.language(), one.slice(), Slice::plus);
                use.add(one.ids());
                Mismatch mismatch = one.mismatch();
                if (mismatch != null) {
                    seen[1]++;
                    if (mismatches.size() < MISMATCHES) {
                        mismatches.add(mismatch);
                    }
                }
            }
            seen[0] += batch.size();
            context.progress(seen[0], 0, "records");
        });
        return new TokenizerQuality(bySource, byLanguage, use, seen[1], List.copyOf(mismatches));
    }
}
