package lathe.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lathe.model.TinyModel;
import lathe.model.text.LanguageModel;
import lathe.model.text.TextWindow;
import lathe.model.text.TokenRow;
import lathe.program.Torch;
import lathe.run.RunContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTest {
    private static final RunContext QUIET = RunContext.quiet();

    private final Path model;

    EvaluatorTest(@TempDir Path folder) throws Exception {
        model = TinyModel.write(folder.resolve("model"));
    }

    @Test
    void likelihoodFollowsFromTheScores() throws Exception {
        int[] ids = {104, 101, 108, 108, 111};
        double expected = 0;
        int hits = 0;
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel scores = LanguageModel.open(torch, model, null)) {
            float[] logits = scores.logits(ids);
            for (int i = 0; i + 1 < ids.length; i++) {
                float[] row = Arrays.copyOfRange(logits, i * TinyModel.VOCAB, (i + 1) * TinyModel.VOCAB);
                double sum = 0;
                for (float score : row) {
                    sum += Math.exp(score);
                }
                expected += Math.log(sum) - row[ids[i + 1]];
                hits += LanguageModel.likeliest(row) == ids[i + 1] ? 1 : 0;
            }
        }
        try (Evaluator evaluator = Evaluator.open(model, null, "cpu", 1)) {
            Score score = evaluator.score("hello", QUIET);
            assertEquals(4, score.tokens());
            assertEquals(expected, score.nll(), 1e-4);
            assertEquals(hits, score.hits());
            assertEquals(Math.exp(expected / 4), score.perplexity(), 1e-2);
        }
    }

    @Test
    void onlyWhatCountsCounts() throws Exception {
        try (Evaluator evaluator = Evaluator.open(model, null, "cpu", 1)) {
            int[] ids = {1, 2, 3, 4};
            Score first = evaluator.score(ids, new boolean[] {true, true, false, false}, QUIET);
            Score rest = evaluator.score(ids, new boolean[] {false, false, true, true}, QUIET);
            Score all = evaluator.score(ids, QUIET);
            assertEquals(1, first.tokens());
            assertEquals(all.tokens(), first.plus(rest).tokens());
            assertEquals(all.nll(), first.plus(rest).nll(), 1e-4);
            assertEquals(Score.NONE, evaluator.score(new int[] {7}, QUIET));
            assertEquals(Score.NONE, evaluator.score("", QUIET));
        }
    }

    @Test
    void longTextsArePredictedWindowByWindowOnceEach() throws Exception {
        int[] ids = java.util.stream.IntStream.range(0, 10).toArray();
        List<TokenRow> windows = Evaluator.windows(ids, new boolean[10], 4);
        assertEquals(3, windows.size());
        assertArrayEquals(new int[] {0, 1, 2, 3, 4}, windows.get(0).ids());
        assertArrayEquals(new int[] {4, 5, 6, 7, 8}, windows.get(1).ids());
        assertArrayEquals(new int[] {8, 9}, windows.get(2).ids());
        try (Evaluator evaluator = Evaluator.open(model, null, "cpu", 1)) {
            assertEquals(199, evaluator.score(new int[200], QUIET).tokens());
        }
    }

    @Test
    void likeliestTextIsAllHits() throws Exception {
        int[] ids;
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel writer = LanguageModel.open(torch, model, null)) {
            ids = writer.greedy(new int[] {97}, 20);
        }
        try (Evaluator evaluator = Evaluator.open(model, null, "cpu", 1)) {
            assertEquals(1, evaluator.score(ids, QUIET).tokenAccuracy());
            ids[10] = (ids[10] + 1) % TinyModel.VOCAB;
            assertTrue(evaluator.score(ids, QUIET).tokenAccuracy() < 1);
            assertEquals(0, Score.NONE.tokenAccuracy());
        }
    }

    @Test
    void windowThatHoldsTheTextScoresAsTheWholeText() throws Exception {
        int[] ids =
                java.util.stream.IntStream.range(0, 60).map(i -> i * 7 % 251).toArray();
        try (Evaluator evaluator = Evaluator.open(model, null, "cpu", 1)) {
            StreamParts parts = evaluator.parts();
            Score whole = evaluator.score(ids, QUIET);
            Score stream = evaluator.scoreStream(ids, new TextWindow(56, 4), parts, QUIET);
            assertEquals(whole.nll(), stream.nll(), 1e-3);
            assertEquals(whole.hits(), stream.hits());
            assertEquals(List.of(stream), parts.scores());
        }
    }
}
