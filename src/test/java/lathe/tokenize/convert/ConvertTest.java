package lathe.tokenize.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.Randoms;
import lathe.run.RunContext;
import lathe.text.Tokenizer;
import lathe.tokenize.TokenizerTrainers;
import lathe.tokenize.convert.TokenizerWriter.Form;
import lathe.tokenize.sentencepiece.SpGolden;
import lathe.tokenize.sentencepiece.model.SpModel;
import lathe.tokenize.train.TokenizerFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Golden ids come from SentencePiece, tiktoken and transformers by src/peers/golden_sentencepiece.py. The models are
 * SentencePiece's; ranks.tiktoken and gpt2 were trained and written by Lathe.
 */
class ConvertTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/tokenizers/convert");

    private static void assertIds(JsonNode golden, Path folder) throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            for (JsonNode one : golden) {
                String text = one.path(0).asText();
                int[] ids = Json.mapper().convertValue(one.path(1), int[].class);
                assertEquals(Arrays.toString(ids), Arrays.toString(tokenizer.encode(text)), text);
            }
        }
    }

    private static JsonNode golden(String name) throws Exception {
        return Json.mapper().readTree(GOLDEN.resolve(name + ".json").toFile());
    }

    private static Path copy(String from, Path to) throws Exception {
        Files.createDirectories(to.toAbsolutePath().getParent());
        return Files.copy(GOLDEN.resolve(from), to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bpe", "bpe-own", "unigram", "unigram-own", "unigram-squeeze"})
    void idsOfASentencePieceModelStay(String name, @TempDir Path folder) throws Exception {
        TokenizerSource source = TokenizerSource.find(copy(name + ".model", folder.resolve("in/" + name + ".model")));

        source.convert().write(folder.resolve("out"));

        assertEquals(TokenizerSource.Kind.SENTENCEPIECE, source.kind());
        assertIds(withoutControl(golden(name)), folder.resolve("out"));
    }

    /** SentencePiece takes the names of control pieces for text; a tokenizer.json never does. */
    private static JsonNode withoutControl(JsonNode golden) {
        var kept = Json.mapper().createArrayNode();
        golden.forEach(one -> {
            if (!one.path(0).asText().contains("<s>")) {
                kept.add(one);
            }
        });
        return kept;
    }

    @ParameterizedTest
    @ValueSource(strings = {"bpe", "unigram-own"})
    void aModelReadIsTheModelWritten(String name, @TempDir Path folder) throws Exception {
        SpModel model = SpModel.read(GOLDEN.resolve(name + ".model"));
        Files.write(folder.resolve("again.model"), model.bytes());

        SpModel again = SpModel.read(folder.resolve("again.model"));

        assertEquals(model.pieces(), again.pieces());
        assertEquals(model.ids(), again.ids());
        assertEquals(model.options(), again.options());
        assertArrayEquals(model.bytes(), again.bytes());
    }

    @Test
    void idsOfTiktokenStay(@TempDir Path folder) throws Exception {
        copy("ranks.tiktoken", folder.resolve("in/ranks.tiktoken"));
        copy("ranks.json", folder.resolve("in/ranks.json"));

        TokenizerSource.find(folder.resolve("in")).convert().write(folder.resolve("out"));

        assertIds(golden("ranks-ids"), folder.resolve("out"));
    }

    @Test
    void llamaThreesRanksAreKnownByTheirContent(@TempDir Path folder) throws Exception {
        Path ranks = copy("ranks.tiktoken", folder.resolve("in/tokenizer.model"));

        assertEquals(TokenizerSource.Kind.TIKTOKEN, TokenizerSource.find(ranks).kind());
    }

    @Test
    void idsOfGpt2Stay(@TempDir Path folder) throws Exception {
        TokenizerSource source = TokenizerSource.find(GOLDEN.resolve("gpt2/merges.txt"));

        source.convert().write(folder);

        assertIds(golden("gpt2-ids"), folder);
    }

    @ParameterizedTest
    @CsvSource({"TIKTOKEN,cl100k,none", "TIKTOKEN,gpt2,none", "GPT2,gpt2,none", "GPT2,qwen2,nfc", "HF,cl100k,nfkc"})
    void thereAndBackIdsStay(Form form, String pattern, String normalizer, @TempDir Path folder) throws Exception {
        TokenizerFile trained = TokenizerTrainers.of(SpGolden.train(
                        "byte-bpe",
                        "vocab-size: 600, special: ['<|end|>', '<|turn|>'], pattern: " + pattern + ", normalizer: "
                                + normalizer))
                .train(SpGolden.corpus(), 2, RunContext.quiet())
                .file();
        trained.write(folder.resolve("own"));

        TokenizerWriter.write(TokenizerSource.find(folder.resolve("own")), form, folder.resolve("foreign"));
        TokenizerSource.find(folder.resolve("foreign")).convert().write(folder.resolve("back"));

        try (Tokenizer own = Tokenizer.load(folder.resolve("own"));
                Tokenizer back = Tokenizer.load(folder.resolve("back"))) {
            for (JsonNode one : golden("bpe")) {
                String text = one.path(0).asText() + "<|turn|>";
                assertArrayEquals(own.encode(text), back.encode(text), text);
            }
            assertEquals(own.endOfText(), back.endOfText());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bpe", "unigram"})
    void aSentencePieceModelComesBackFromTokenizerJson(String name, @TempDir Path folder) throws Exception {
        TokenizerFile file =
                TokenizerSource.find(GOLDEN.resolve(name + ".model")).convert();
        new TokenizerFile(file.tokenizer(), file.config(), file.specialTokensMap()).write(folder.resolve("json"));

        TokenizerWriter.write(
                TokenizerSource.find(folder.resolve("json")), Form.SENTENCEPIECE, folder.resolve("model"));
        TokenizerSource.find(folder.resolve("model")).convert().write(folder.resolve("again"));

        assertIds(withoutControl(golden(name)), folder.resolve("again"));
    }

    @Test
    void whatAFormCannotSayIsRefused(@TempDir Path folder) throws Exception {
        TokenizerSource model = TokenizerSource.find(GOLDEN.resolve("bpe.model"));
        TokenizerTrainers.of(SpGolden.train("byte-bpe", "vocab-size: 400, normalizer: nfkc"))
                .train(SpGolden.corpus(), 1, RunContext.quiet())
                .file()
                .write(folder.resolve("nfkc"));
        TokenizerSource normalized = TokenizerSource.find(folder.resolve("nfkc"));

        assertThrows(Failure.class, () -> TokenizerWriter.write(model, Form.GPT2, folder.resolve("1")));
        assertThrows(Failure.class, () -> TokenizerWriter.write(normalized, Form.TIKTOKEN, folder.resolve("2")));
        assertThrows(Failure.class, () -> TokenizerWriter.write(normalized, Form.GPT2, folder.resolve("3")));
        assertThrows(Failure.class, () -> TokenizerWriter.write(normalized, Form.SENTENCEPIECE, folder.resolve("4")));
    }

    @Test
    void addedTokensOfTheConfigurationAreTaken(@TempDir Path folder) throws Exception {
        copy("unigram.model", folder.resolve("in/spiece.model"));
        Files.writeString(
                folder.resolve("in/tokenizer_config.json"),
                "{\"eos_token\":\"<|end|>\",\"added_tokens_decoder\":{\"1302\":{\"content\":\"<|end|>\",\"special\":true}}}");

        TokenizerSource.find(folder.resolve("in")).convert().write(folder.resolve("out"));

        try (Tokenizer tokenizer = Tokenizer.load(folder.resolve("out"))) {
            assertEquals(1302, tokenizer.endOfText());
            assertEquals(1303, tokenizer.vocabSize());
            assertArrayEquals(new int[] {1302}, tokenizer.encode("<|end|>"));
        }
    }

    @Test
    void aFolderTellsWhatItHolds(@TempDir Path folder) throws Exception {
        assertThrows(Failure.class, () -> TokenizerSource.find(folder));
        Files.writeString(folder.resolve("merges.txt"), "");
        Files.writeString(folder.resolve("vocab.json"), "{}");
        assertEquals(TokenizerSource.Kind.GPT2, TokenizerSource.find(folder).kind());
        assertEquals(2, TokenizerSource.find(folder).files().size());
        Path model = copy("bpe.model", folder.resolve("a.model"));
        assertEquals(List.of(model), TokenizerSource.find(folder).files());
        Path other = copy("unigram.model", folder.resolve("b.model"));
        assertThrows(Failure.class, () -> TokenizerSource.find(folder), "which of the two?");
        assertEquals(List.of(other), TokenizerSource.find(other).files());
        Files.writeString(folder.resolve("tokenizer.json"), "{}");
        assertTrue(TokenizerSource.find(folder).isReady());
        assertFalse(TokenizerSource.find(other).isReady());
    }

    @Test
    void brokenModelsAreRefusedClearly(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("broken.model");
        Random random = Randoms.stream(3, "test");
        for (String name : List.of("bpe.model", "unigram-own.model")) {
            byte[] whole = Files.readAllBytes(GOLDEN.resolve(name));
            for (int i = 0; i < 300; i++) {
                byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
                Files.write(file, cut);
                refuses(file);
                byte[] changed = whole.clone();
                for (int k = 0; k <= i % 5; k++) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                Files.write(file, changed);
                convertsOrRefuses(file);
                byte[] noise = new byte[random.nextInt(200)];
                random.nextBytes(noise);
                Files.write(file, noise);
                convertsOrRefuses(file);
            }
        }
    }

    private static void refuses(Path file) throws Exception {
        TokenizerSource source = TokenizerSource.find(file);
        Failure failure = assertThrows(Failure.class, source::convert);
        assertTrue(failure.where().contains(file.getFileName().toString()), failure.where());
    }

    private static void convertsOrRefuses(Path file) throws Exception {
        try {
            TokenizerSource.find(file).convert();
        } catch (Failure expected) {
            assertFalse(expected.mend().isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(BrokenText.class)
    void brokenTextsAreRefusedWithTheirLine(BrokenText broken, @TempDir Path folder) throws Exception {
        for (String name : List.of("ranks.tiktoken", "gpt2/vocab.json", "gpt2/merges.txt")) {
            copy(name, folder.resolve(Path.of(name).getFileName()));
        }
        Path file = folder.resolve(broken.file);
        Files.writeString(file, broken.change(Files.readString(file)), StandardCharsets.UTF_8);

        TokenizerSource source = TokenizerSource.find(file);
        Failure failure = assertThrows(Failure.class, source::convert);

        assertTrue(failure.where().endsWith(broken.where), failure.where());
    }

    enum BrokenText {
        NO_BASE64("ranks.tiktoken", "IQ== 2", "I!== 2", "ranks.tiktoken:1"),
        NO_RANK("ranks.tiktoken", "IQ== 2", "IQ==", "ranks.tiktoken:1"),
        TWICE("ranks.tiktoken", "IQ== 2", "IQ== 2\nIQ== 2", "ranks.tiktoken:2"),
        MISSING_BYTE("ranks.tiktoken", "IQ== 2\n", "", "ranks.tiktoken"),
        UNKNOWN_MERGE("merges.txt", "#version: 0.2\n", "#version: 0.2\nx yzzy\n", "merges.txt:2"),
        THREE_PARTS("merges.txt", "#version: 0.2\n", "#version: 0.2\na b c\n", "merges.txt:2"),
        NO_JSON("vocab.json", "{", "{,", "vocab.json:1"),
        NO_ID("vocab.json", "{", "{\"odd\":\"one\",", "vocab.json"),
        SAME_ID("vocab.json", "{", "{\"odd\":1,", "vocab.json");

        private final String file;
        private final String from;
        private final String to;
        private final String where;

        BrokenText(String file, String from, String to, String where) {
            this.file = file;
            this.from = from;
            this.to = to;
            this.where = where;
        }

        String change(String text) {
            int at = text.indexOf(from);
            return text.substring(0, at) + to + text.substring(at + from.length());
        }
    }
}
