package lathe.tokenize.sentencepiece.unigram;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.run.RunContext;
import lathe.text.Tokenizer;
import lathe.tokenize.sentencepiece.SpGolden;
import lathe.tokenize.sentencepiece.SpSettings;
import lathe.tokenize.sentencepiece.model.SpModel;
import lathe.tokenize.sentencepiece.model.SpPiece;
import lathe.tokenize.train.TrainedTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden values come from SentencePiece 0.2.3 with one thread, by src/peers/golden_sentencepiece.py. */
class UnigramTrainerTest {
    private static final double SHARED = 0.995;
    private static final double DIFFERENCE = 0.02;

    private static TrainedTokenizer train(SpSettings settings, int threads) throws Exception {
        return new UnigramTrainer(settings).train(SpGolden.corpus(), threads, RunContext.quiet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "bytes", "nmt", "own", "script", "required"})
    void piecesAndScoresAreNearlyTheReferences(String name, @TempDir Path folder) throws Exception {
        JsonNode golden = SpGolden.values("unigram-" + name);

        SpModel model = SpGolden.model(train(SpGolden.settings(name, "unigram"), 2), folder);

        Map<String, Float> ours = new HashMap<>();
        model.pieces().forEach(piece -> ours.put(piece.text(), piece.score()));
        int shared = 0;
        for (Map.Entry<String, JsonNode> piece : golden.properties()) {
            Float score = ours.get(piece.getKey());
            shared += score == null ? 0 : 1;
            if (score != null) {
                assertEquals(piece.getValue().asDouble(), score, DIFFERENCE, piece.getKey());
            }
        }
        assertEquals(golden.size(), ours.size());
        assertTrue(shared >= SHARED * golden.size(), shared + " of " + golden.size());
    }

    @Test
    void neitherThreadsNorMemoryChangeAByte(@TempDir Path folder) throws Exception {
        SpSettings settings = SpGolden.settings("plain", "unigram");
        train(settings, 1).file().write(folder.resolve("one"));
        train(settings, 3).file().write(folder.resolve("three"));
        train(settings.withMemoryLimit(1), 2).file().write(folder.resolve("spilled"));

        for (String file : List.of("tokenizer.json", "tokenizer.model")) {
            byte[] one = Files.readAllBytes(folder.resolve("one").resolve(file));
            assertArrayEquals(one, Files.readAllBytes(folder.resolve("three").resolve(file)));
            assertArrayEquals(one, Files.readAllBytes(folder.resolve("spilled").resolve(file)));
        }
    }

    @Test
    void scoresAreLogarithmsOfShares(@TempDir Path folder) throws Exception {
        SpModel model = SpGolden.model(train(SpGolden.settings("plain", "unigram"), 2), folder);

        List<SpPiece> learned = model.pieces().subList(3, model.pieces().size());
        double sum =
                learned.stream().mapToDouble(piece -> Math.exp(piece.score())).sum();

        assertTrue(sum > 0.5 && sum <= 1, "what had no room took the rest: " + sum);
    }

    @Test
    void anyTextComesBack(@TempDir Path folder) throws Exception {
        SpSettings settings = SpSettings.of(
                SpGolden.train("unigram", "vocab-size: 1400, byte-fallback: true, character-coverage: 0.99"));
        train(settings, 2).file().write(folder);

        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            for (String text : List.of("plain", " spaces  ", "line\nline", "龘😀", "<0x41> is no byte here")) {
                assertEquals(text, tokenizer.decode(tokenizer.encode(text)), text);
            }
        }
    }
}
