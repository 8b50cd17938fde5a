package lathe.export.gguf.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.export.gguf.file.GgufValue;
import lathe.model.TinyModel;
import lathe.run.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyKeysTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/tokenizers/encode");
    private static final int ROWS = 700;

    @TempDir
    Path folder;

    private VocabularyKeys keys(String name) throws Exception {
        Files.copy(GOLDEN.resolve(name + ".json"), folder.resolve("tokenizer.json"));
        return VocabularyKeys.of(folder, TinyModel.config().withVocabSize(ROWS));
    }

    private static Object at(VocabularyKeys keys, String key) {
        GgufValue value = keys.keys().get("tokenizer." + key);
        if (value instanceof GgufValue.Text text) {
            return text.value();
        }
        return value instanceof GgufValue.Items items ? items.values() : String.valueOf(value);
    }

    private static Object at(VocabularyKeys keys, String key, int index) {
        Object value = ((List<?>) at(keys, key)).get(index);
        if (value instanceof GgufValue.Whole whole) {
            return whole.value();
        }
        return value instanceof GgufValue.Text text ? text.value() : ((GgufValue.Real) value).value();
    }

    @ParameterizedTest
    @CsvSource({"gpt2,gpt2,gpt-2", "llama3,gpt2,llama-bpe", "qwen2,gpt2,qwen2", "llama,llama,default", "t5,t5,default"})
    void kindsAndPatternsHaveLlamaCppsNames(String name, String model, String pattern) throws Exception {
        VocabularyKeys keys = keys(name);
        assertEquals(model, at(keys, "ggml.model"));
        assertEquals(pattern, at(keys, "ggml.pre"));
        assertEquals(ROWS, ((List<?>) at(keys, "ggml.tokens")).size());
        assertEquals("[PAD" + (ROWS - 1) + "]", at(keys, "ggml.tokens", ROWS - 1));
        assertEquals(5L, at(keys, "ggml.token_type", ROWS - 1));
    }

    @Test
    void mergesOfPiecesAreScores() throws Exception {
        VocabularyKeys keys = keys("llama");
        List<?> scores = (List<?>) at(keys, "ggml.scores");
        assertEquals(ROWS, scores.size());
        assertTrue(scores.contains(GgufValue.real(-1)));
        assertTrue(keys.keys().containsKey("tokenizer.ggml.add_space_prefix"));
    }

    @Test
    void aPatternThatLlamaCppDoesNotKnowIsRefused() {
        Failure failure = assertThrows(Failure.class, () -> keys("o200k"));
        assertTrue(failure.what().contains("cuts texts"), failure.what());
        assertTrue(failure.mend().toString().contains("qwen2"));
    }

    @Test
    void otherKindsAreRefused() {
        Failure failure = assertThrows(Failure.class, () -> keys("bert"));
        assertTrue(failure.what().contains("WordPiece"), failure.what());
    }

    @Test
    void whatLlamaCppLeavesOutIsSaid() throws Exception {
        assertTrue(keys("qwen2").notes().toString().contains("NFC"));
    }

    @Test
    void stepsBeforePiecesAreSaid() throws Exception {
        List<String> notes = keys("unigram_bytes").notes();
        assertTrue(notes.get(0).contains("NFKC, Nmt, UnicodeScripts"), notes.toString());
        assertTrue(notes.get(1).contains("as unknown"), notes.toString());
    }

    @Test
    void whatIsPutAroundATextIsSeen() throws Exception {
        VocabularyKeys keys = keys("t5");
        assertEquals(new GgufValue.Truth(true), keys.keys().get("tokenizer.ggml.add_eos_token"));
        assertEquals(new GgufValue.Truth(false), keys.keys().get("tokenizer.ggml.add_bos_token"));
        assertEquals(GgufValue.whole(2), keys.keys().get("tokenizer.ggml.eos_token_id"));
        assertEquals(List.of(), keys.notes());
    }

    @Test
    void moreTokensThanRowsAreRefused() throws Exception {
        Files.copy(GOLDEN.resolve("gpt2.json"), folder.resolve("tokenizer.json"));
        Failure failure = assertThrows(Failure.class, () -> VocabularyKeys.of(folder, TinyModel.config()));
        assertTrue(failure.mend().toString().contains("resize-vocab"));
    }
}
