package lathe.tokenize;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
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
import lathe.text.Words;

/**
 * What a tokenizer is worth on a text.
 *
 * @param bySource sizes by the records' source
 * @param vocabSize number of tokens it has
 * @param unused ids that no text needed, the special ones among them
 * @param mismatches ids of records that do not come back as they were
 */
public record TokenizerQuality(
        Map<String, Size> bySource, int vocabSize, List<Integer> unused, List<String> mismatches) {
    private static final int BATCH = 64;

    /** One slice of the text, counted in every way. */
    public record Size(long records, long bytes, long characters, long words, long tokens) {
        static final Size NONE = new Size(0, 0, 0, 0, 0);

        /** Compression: higher is better. */
        public double bytesPerToken() {
            return (double) bytes / Math.max(1, tokens);
        }

        public double charactersPerToken() {
            return (double) characters / Math.max(1, tokens);
        }

        /** Fertility: 1 is best; a letter of a script without spaces counts as a word. */
        public double tokensPerWord() {
            return (double) tokens / Math.max(1, words);
        }

        Size plus(Size other) {
            return new Size(
                    records + other.records,
                    bytes + other.bytes,
                    characters + other.characters,
                    words + other.words,
                    tokens + other.tokens);
        }
    }

    /** All sources together. */
    public Size total() {
        return bySource.values().stream().reduce(Size.NONE, Size::plus);
    }

    /** Measures a tokenizer on records; closes nothing. */
    public static TokenizerQuality of(Tokenizer tokenizer, Stream<Document> records, int threads, RunContext context)
            throws Failure, IOException, RunCancelledException {
        Map<String, Size> sizes = new TreeMap<>();
        BitSet used = new BitSet();
        List<String> mismatches = new ArrayList<>();
        Iterator<Document> each = records.iterator();
        InOrder.run(each, BATCH, threads, batch -> measure(tokenizer, batch, context), batch -> {
            for (Measured one : batch) {
                sizes.merge(one.document.source(), one.size, Size::plus);
                for (int id : one.ids) {
                    used.set(id);
                }
                if (!one.comesBack) {
                    mismatches.add(one.document.id());
                }
            }
        });
        used.flip(0, tokenizer.vocabSize());
        return new TokenizerQuality(
                sizes, tokenizer.vocabSize(), used.stream().boxed().toList(), mismatches);
    }

    @SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
    private record Measured(Document document, int[] ids, Size size, boolean comesBack) {}

    private static List<Measured> measure(Tokenizer tokenizer, List<Document> batch, RunContext context)
            throws RunCancelledException {
        context.checkCancelled();
        List<int[]> ids =
                tokenizer.encodeAll(batch.stream().map(Document::content).toList());
        List<Measured> measured = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            String text = batch.get(i).content();
            Size size = new Size(
                    1,
                    text.getBytes(StandardCharsets.UTF_8).length,
                    text.codePointCount(0, text.length()),
                    Words.count(text),
                    ids.get(i).length);
            boolean comesBack = tokenizer.decode(ids.get(i)).equals(text);
            measured.add(new Measured(batch.get(i), ids.get(i), size, comesBack));
        }
        return measured;
    }
}
