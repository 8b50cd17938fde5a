package lathe.text;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lathe.text.encode.Ints;

/**
 * The ids of many texts in one array.
 *
 * @param ids of all texts, one after the other
 * @param ends for each text, where its ids end
 */
public record TokenBatch(Ints ids, Ints ends) {
    /** An empty batch. */
    static TokenBatch empty() {
        return new TokenBatch(new Ints(1 << 12), new Ints());
    }

    /** Number of texts. */
    public int size() {
        return ends.size();
    }

    /** Where a text's ids begin. */
    public int start(int text) {
        return text == 0 ? 0 : ends.get(text - 1);
    }

    /** Where a text's ids end. */
    public int end(int text) {
        return ends.get(text);
    }

    /** Encodes texts with several threads; any number of them gives the same batch. */
    static TokenBatch of(List<String> texts, int threads, TokenizerEngine engine) {
        if (threads <= 1 || texts.size() < 2) {
            return part(texts, engine);
        }
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<TokenBatch>> parts = new ArrayList<>();
            int each = (texts.size() + threads - 1) / threads;
            for (int from = 0; from < texts.size(); from += each) {
                List<String> own = texts.subList(from, Math.min(texts.size(), from + each));
                parts.add(workers.submit(() -> part(own, engine)));
            }
            return joined(parts);
        } finally {
            workers.shutdown();
        }
    }

    private static TokenBatch part(List<String> texts, TokenizerEngine engine) {
        TokenBatch batch = empty();
        for (String text : texts) {
            engine.encode(text, false, batch.ids);
            batch.ends.add(batch.ids.size());
        }
        return batch;
    }

    private static TokenBatch joined(List<Future<TokenBatch>> parts) {
        TokenBatch all = empty();
        for (Future<TokenBatch> future : parts) {
            TokenBatch part = result(future);
            int before = all.ids.size();
            all.ids.add(part.ids.array(), 0, part.ids.size());
            for (int text = 0; text < part.size(); text++) {
                all.ends.add(before + part.end(text));
            }
        }
        return all;
    }

    private static TokenBatch result(Future<TokenBatch> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while encoding", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
