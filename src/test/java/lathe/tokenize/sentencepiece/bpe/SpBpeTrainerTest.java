package lathe.tokenize.sentencepiece.bpe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.StopRequest;
import lathe.text.Tokenizer;
import lathe.tokenize.corpus.Sequences;
import lathe.tokenize.sentencepiece.SpGolden;
import lathe.tokenize.sentencepiece.SpSettings;
import lathe.tokenize.sentencepiece.model.PieceKind;
import lathe.tokenize.sentencepiece.model.SpModel;
import lathe.tokenize.sentencepiece.model.SpPiece;
import lathe.tokenize.train.TrainedTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden values come from SentencePiece 0.2.3 by src/peers/golden_sentencepiece.py. */
class SpBpeTrainerTest {
    private static TrainedTokenizer train(SpSettings settings, int threads) throws Exception {
        return new SpBpeTrainer(settings).train(SpGolden.corpus(), threads, RunContext.quiet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "exhausted",
                "bytes",
                "nmt",
                "nfkc",
                "own",
                "script",
                "number",
                "space",
                "alone",
                "required"
            })
    void piecesAreTheReferences(String name, @TempDir Path folder) throws Exception {
        List<String> expected = SpGolden.texts(SpGolden.values("bpe-" + name));

        SpModel model = SpGolden.model(train(SpGolden.settings(name, "sp-bpe"), 2), folder);

        assertEquals(expected, model.pieces().stream().map(SpPiece::text).toList());
    }

    @Test
    void scoresTellTheOrder(@TempDir Path folder) throws Exception {
        SpModel model = SpGolden.model(train(SpGolden.settings("plain", "sp-bpe"), 2), folder);

        for (int id = 0; id < model.pieces().size(); id++) {
            SpPiece piece = model.pieces().get(id);
            assertEquals(id < 3 ? 0 : -(float) (id - 3), piece.score(), piece.text());
            assertEquals(id < 3 ? id == 0 ? PieceKind.UNKNOWN : PieceKind.CONTROL : PieceKind.NORMAL, piece.kind());
        }
    }

    @Test
    void neitherThreadsNorMemoryChangeAByte(@TempDir Path folder) throws Exception {
        SpSettings settings = SpGolden.settings("bytes", "sp-bpe");
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
    void anyTextComesBack(@TempDir Path folder) throws Exception {
        SpSettings settings = SpSettings.of(SpGolden.train(
                "sp-bpe",
                "vocab-size: 1400, byte-fallback: true, special: ['<|end|>', '<|im_start|>'], "
                        + "character-coverage: 0.99"));
        train(settings, 2).file().write(folder);

        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            for (String text : List.of(
                    "plain",
                    " leading and  inner   spaces ",
                    "\ttabs\nand lines\r\n",
                    "龘 is rare, 😀 too",
                    "<|im_start|>user\nhello<|end|> and <|end|>more",
                    "▁ itself")) {
                String expected = text.replace('▁', ' ');
                assertEquals(expected, tokenizer.decode(tokenizer.encode(text)), text);
            }
            assertEquals(3, tokenizer.endOfText(), "the first special token ends a text");
        }
    }

    @Test
    void aVocabularyWithoutRoomForTheCharactersIsRefused() throws Exception {
        SpSettings settings = SpSettings.of(SpGolden.train("sp-bpe", "vocab-size: 300, character-coverage: 1"));

        Failure failure = assertThrows(Failure.class, () -> train(settings, 1));

        assertEquals("tokenizer.vocab-size", failure.where());
    }

    @Test
    void rarePairsMayBeLeftOut() throws Exception {
        SpSettings settings = SpSettings.of(SpGolden.train("sp-bpe", "vocab-size: 3000, min-frequency: 20"));

        TrainedTokenizer trained = train(settings, 1);

        assertTrue(trained.merges().stream().allMatch(merge -> merge.count() >= 20));
        assertTrue(trained.vocabSize() < 3000);
    }

    @Test
    void noTextIsNoTokenizer() throws Exception {
        SpBpeTrainer trainer = new SpBpeTrainer(SpGolden.settings("plain", "sp-bpe"));

        assertThrows(Failure.class, () -> trainer.train(Sequences.of(List.of("", "\n")), 1, RunContext.quiet()));
    }

    @Test
    void aStopIsHeard() throws Exception {
        SpBpeTrainer trainer = new SpBpeTrainer(SpGolden.settings("plain", "sp-bpe"));
        RunContext stopped = new RunContext() {
            @Override
            public StopRequest stopRequest() {
                return StopRequest.DISCARD;
            }

            @Override
            public void emit(Event event) {
                // nobody listens
            }
        };

        assertThrows(RunCancelledException.class, () -> trainer.train(SpGolden.corpus(), 1, stopped));
    }
}
