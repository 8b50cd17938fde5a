package lathe.export.gguf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lathe.export.gguf.file.GgufFile;
import lathe.export.gguf.file.GgufType;
import lathe.export.gguf.file.GgufValue;
import lathe.export.gguf.file.GgufWriter;
import lathe.model.LanguageModel;
import lathe.model.ModelFolder;
import lathe.model.TinyModel;
import lathe.program.Torch;
import lathe.run.Failure;
import lathe.run.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GgufExportTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/tensors");

    @TempDir
    Path folder;

    /** Models of odd shape that transformers wrote: heads that share keys, with a head of their own and without. */
    @ParameterizedTest
    @ValueSource(strings = {"tied", "untied"})
    void modelReadBackIsTheModel(String name) throws Exception {
        Path model = GOLDEN.resolve(name);
        Path file = folder.resolve("model.gguf");
        GgufExport.write(file, model, tokenizer(model), GgufType.F32, name);
        int[] ids = {3, 1, 4, 1, 5, 9, 2, 6};
        try (Torch torch = Torch.open("cpu", 1);
                LanguageModel one = LanguageModel.open(torch, model, null);
                LanguageModel other = GgufModel.open(torch, file)) {
            assertEquals(one.config().headDim(), other.config().headDim());
            assertEquals(one.config().tied(), other.config().tied());
            assertArrayEquals(one.logits(ids), other.logits(ids), 1e-5f);
        }
    }

    /** A tokenizer with fewer tokens than the model has rows. */
    private Path tokenizer(Path model) throws Exception {
        int size = ModelFolder.config(model).vocabSize();
        ObjectNode json = (ObjectNode) Json.parse(
                Files.readString(TinyModel.tokenizer(folder.resolve("bytes")).resolve("tokenizer.json")));
        if (size < TinyModel.VOCAB) {
            ObjectNode vocab = (ObjectNode) json.at("/model/vocab");
            vocab.removeAll();
            vocab.put("a", 0).put("b", 1);
            json.putArray("added_tokens");
        }
        Path small = Files.createDirectories(folder.resolve("small"));
        Files.writeString(small.resolve("tokenizer.json"), Json.line(json));
        return small;
    }

    @Test
    void keysAndTypesAreThoseOfTheConverter() throws Exception {
        Path model = TinyModel.write(folder.resolve("model"));
        Path file = folder.resolve("model.gguf");
        List<String> notes = GgufExport.write(file, model, model, GgufType.Q8_0, "tiny");
        assertTrue(notes.toString().contains("[16] numbers are no multiple of 32"), notes.toString());
        try (GgufFile written = GgufFile.open(file)) {
            Map<String, GgufValue> keys = written.metadata().values();
            assertEquals("llama", written.metadata().text("general.architecture"));
            assertEquals(7, written.metadata().whole("general.file_type"));
            assertEquals(8, written.metadata().whole("llama.attention.key_length"));
            assertEquals(1, written.metadata().whole("llama.attention.head_count_kv"));
            assertEquals(1e-5f, written.metadata().real("llama.attention.layer_norm_rms_epsilon"));
            assertEquals("gpt-2", written.metadata().text("tokenizer.ggml.pre"));
            assertEquals(TinyModel.END, written.metadata().whole("tokenizer.ggml.eos_token_id"));
            assertEquals(new GgufValue.Truth(false), keys.get("tokenizer.ggml.add_bos_token"));
            assertEquals(GgufType.F16, type(written, "token_embd.weight"));
            assertEquals(GgufType.F32, type(written, "blk.1.attn_norm.weight"));
            assertEquals(1 + (2 * 9) + 1, written.tensors().size());
        }
    }

    private static GgufType type(GgufFile file, String name) {
        return Objects.requireNonNull(file.tensors().get(name), name).type();
    }

    @Test
    void rowsOfHeadsGoThereAndBack() {
        for (int row = 0; row < 24; row++) {
            assertEquals(row, HeadRows.source(HeadRows.target(row, 8), 8));
        }
        assertEquals(8 + 4, HeadRows.source(8 + 1, 8));
        assertEquals(2, HeadRows.target(1, 8));
    }

    @Test
    void sizesAreSaidAsPeopleSayThem() {
        assertEquals("1.2B", LlamaKeys.sizeLabel(1_235_814_400));
        assertEquals("135M", LlamaKeys.sizeLabel(134_515_008));
        assertEquals("9.4K", LlamaKeys.sizeLabel(9_405));
        assertEquals("0.50K", LlamaKeys.sizeLabel(500));
    }

    @Test
    void whatIsNoLlamaIsSaid() throws Exception {
        Path file = folder.resolve("other.gguf");
        GgufWriter.write(file, Map.of("general.architecture", new GgufValue.Text("mamba")), List.of());
        try (Torch torch = Torch.open("cpu", 1)) {
            Failure failure = assertThrows(Failure.class, () -> GgufModel.open(torch, file));
            assertTrue(failure.where().contains("mamba"), failure.where());
        }
    }
}
