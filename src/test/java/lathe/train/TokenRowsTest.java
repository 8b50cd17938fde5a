package lathe.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.model.TinyModel;
import lathe.model.arch.ModelConfig;
import lathe.model.family.NewModel;
import lathe.model.file.ModelFolder;
import lathe.model.layout.InitialWeights;
import lathe.model.resize.VocabRows;
import lathe.model.text.LanguageModel;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.recipe.ModelSettings.ResizeVocab;
import lathe.recipe.RecipeYaml;
import lathe.recipe.TokenizerSettings;
import lathe.recipe.TrainStage;
import lathe.run.Failure;
import lathe.run.RunContext;
import lathe.text.Tokenizer;
import lathe.tokenize.TokenizerTrainers;
import lathe.tokenize.corpus.Sequences;
import lathe.tokenize.extend.TokenizerExtender;
import lathe.tokenize.extend.TokenizerPruner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenRowsTest {
    private static final Sequences TEXT = Sequences.of(
            List.of("the cat sat on the mat and the cat sat on the mat", "床前明月光，疑是地上霜。床前明月光，疑是地上霜。举头望明月，低头思故乡。举头望明月"));

    @TempDir
    private Path folder;

    private Path old;
    private Path model;

    @BeforeEach
    void model() throws Exception {
        old = folder.resolve("old");
        TokenizerTrainers.of((TokenizerSettings.Train) RecipeYaml.readTokenizer("{vocab-size: 270}", Map.of()))
                .train(TEXT, 1, RunContext.quiet())
                .file()
                .write(old);
        model = folder.resolve("model");
        int size = size(old);
        try (Torch torch = Torch.open("cpu", 1)) {
            ModelConfig config = NewModel.of(TinyModel.settings(), size, 0);
            ModelFolder.write(model, config, InitialWeights.model(torch, config, 5), old);
        }
    }

    private static int size(Path tokenizer) throws Exception {
        try (Tokenizer loaded = Tokenizer.load(tokenizer)) {
            return loaded.vocabSize();
        }
    }

    private Path grown() throws Exception {
        Path grown = folder.resolve("grown");
        TokenizerSettings.Extend settings =
                (TokenizerSettings.Extend) RecipeYaml.readTokenizer("{extend: old, add: 12}", Map.of());
        new TokenizerExtender(old, settings).extend(TEXT, 1, RunContext.quiet()).write(grown);
        return grown;
    }

    private static float[][] embedding(Path folder) throws Exception {
        try (Torch torch = Torch.open("cpu", 1)) {
            NDArray table = ModelFolder.weights(torch, folder, TensorType.F32).get(0);
            int rows = (int) table.getShape().get(0);
            float[] all = table.toFloatArray();
            int width = all.length / rows;
            return IntStream.range(0, rows)
                    .mapToObj(row -> Arrays.copyOfRange(all, row * width, (row + 1) * width))
                    .toArray(float[][]::new);
        }
    }

    private static float[] logits(Path folder, int... ids) throws Exception {
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel loaded = LanguageModel.open(torch, folder, null)) {
            return loaded.logits(ids);
        }
    }

    private static float[] mean(float[][] rows, int... which) {
        float[] mean = new float[rows[0].length];
        for (int i = 0; i < mean.length; i++) {
            int column = i;
            mean[i] = (float) Arrays.stream(which)
                    .mapToDouble(row -> rows[row][column])
                    .average()
                    .orElseThrow();
        }
        return mean;
    }

    @Test
    void newTokensBeginAsTheMeanOfWhatStoodThereBefore() throws Exception {
        Path grown = grown();
        Path out = folder.resolve("resized");

        VocabRows rows = TokenRows.resize(model, grown, ResizeVocab.PARTS, out);

        float[][] before = embedding(model);
        float[][] after = embedding(out);
        assertEquals(12, rows.made());
        assertEquals(before.length + 12, after.length);
        for (int id = 0; id < before.length; id++) {
            assertArrayEquals(before[id], after[id]);
        }
        try (Tokenizer oldTokens = Tokenizer.load(old);
                Tokenizer newTokens = Tokenizer.load(grown)) {
            // merges that end within a character are read as bytes by nobody; whole ones are texts
            for (int id = before.length; id < after.length; id++) {
                String text = newTokens.decode(new int[] {id});
                if (text.indexOf('\uFFFD') < 0) {
                    assertArrayEquals(mean(before, oldTokens.encode(text)), after[id], 1e-6f, text);
                }
            }
        }
        assertEquals(0, TokenRows.strange(out, grown));
    }

    @Test
    void withTheMeanOfAllEveryNewTokenIsOne() throws Exception {
        Path out = folder.resolve("resized");

        TokenRows.resize(model, grown(), ResizeVocab.MEAN, out);

        float[][] before = embedding(model);
        float[][] after = embedding(out);
        float[] mean = mean(before, IntStream.range(0, before.length).toArray());
        assertArrayEquals(mean, after[before.length], 1e-6f);
        assertArrayEquals(mean, after[after.length - 1], 1e-6f);
    }

    @Test
    void aTokenizerThatWasCutDownTakesItsRowsAlong() throws Exception {
        Path pruned = folder.resolve("pruned");
        new TokenizerPruner(old).toMerges(5).write(pruned);
        Path out = folder.resolve("resized");

        VocabRows rows = TokenRows.resize(model, pruned, ResizeVocab.PARTS, out);

        assertEquals(0, rows.made());
        try (Tokenizer oldTokens = Tokenizer.load(old);
                Tokenizer newTokens = Tokenizer.load(pruned)) {
            int[] now = newTokens.encode("cat");
            int[] before = Arrays.stream(now)
                    .map(id -> oldTokens.id(String.valueOf(newTokens.piece(id))))
                    .toArray();
            float[] expected = logits(model, before);
            float[] actual = logits(out, now);
            int last = (now.length - 1) * newTokens.vocabSize();
            int lastBefore = (now.length - 1) * oldTokens.vocabSize();
            for (int id = 0; id < newTokens.vocabSize(); id++) {
                int was = oldTokens.id(String.valueOf(newTokens.piece(id)));
                assertEquals(expected[lastBefore + was], actual[last + id], 1e-5f);
            }
            assertEquals(List.of(newTokens.endOfText()), ModelFolder.config(out).eosIds());
        }
    }

    @Test
    void anotherTokenizerIsRefusedUnlessTheModelIsFittedToIt() throws Exception {
        TinyStage stage = new TinyStage(folder.resolve("stage"));
        TrainRequest own =
                stage.request("run", Stages.stage(TrainStage.Method.FULL).build(), false);
        TrainRequest request = new TrainRequest(
                own.stage(),
                0,
                1,
                own.data(),
                own.order(),
                new TrainRequest.Start.Folder(model),
                own.tokenizer(),
                own.run(),
                "cpu",
                1,
                false);

        Failure failure = assertThrows(Failure.class, () -> Trainer.run(request, RunContext.quiet()));

        assertEquals(true, failure.mend().get(0).contains("resize-vocab"));
        assertEquals(false, Files.exists(request.result()));
    }
}
