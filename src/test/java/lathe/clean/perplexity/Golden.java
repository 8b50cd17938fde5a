package lathe.clean.perplexity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import lathe.run.Failure;

/** What KenLM learned and scored, and what Lathe learns of the same text. */
final class Golden {
    private Golden() {}

    static String corpus() {
        return text("corpus.txt");
    }

    static String text(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream open(String name) {
        return Golden.class.getResourceAsStream("/golden/clean/perplexity/" + name);
    }

    static NgramModel model(String name) throws IOException, Failure {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(open(name + ".arpa.gz")), StandardCharsets.UTF_8))) {
            return ArpaReader.read(in, name);
        }
    }

    static Estimate estimate(String text, int order, int prune) throws Failure {
        Corpus corpus = new Corpus();
        corpus.add(text);
        return new Estimator(corpus, order, prune, Estimator.MOST_SEQUENCES).estimate();
    }

    /** A sequence's words as another model numbers them. */
    static int[] words(Estimate estimate, int length, int id, Vocabulary other) {
        int[] words = new int[length];
        int end = estimate.ends().get(length - 1).of(id);
        for (int i = 0; i < length; i++) {
            int word = length == 1 ? id : estimate.corpus().word(end - length + 1 + i);
            String name = estimate.model().vocabulary().words().get(word);
            words[i] = other.find(Keys.word(name, 0, name.length()));
        }
        return words;
    }

    static long key(int[] words) {
        long key = Keys.NONE;
        for (int i = words.length - 1; i >= 0; i--) {
            key = Keys.left(key, words[i]);
        }
        return key;
    }
}
