package lathe.export.gguf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import lathe.model.Golden;
import lathe.model.TinyModel;
import lathe.model.file.ModelFolder;
import lathe.model.file.Safetensors;
import lathe.model.text.LanguageModel;
import lathe.program.Torch;
import lathe.run.Failure;
import lathe.run.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            assertEquals(
                    one.config().architecture().attention().headDim(),
                    other.config().architecture().attention().headDim());
            assertEquals(one.config().tied(), other.config().tied());
            assertArrayEquals(one.logits(ids), other.logits(ids), 1e-5f);
        }
    }

    /** Families beside Llama, with biases, norms of heads, and tied heads: what is read back scores as the folder. */
    @ParameterizedTest
    @CsvSource({"mistral-everything, llama", "qwen2, qwen2", "qwen3, qwen3", "llama, llama"})
    void familyReadBackIsTheModel(String name, String architecture) throws Exception {
        Golden golden = Golden.family(name);
        Path file = folder.resolve("model.gguf");
        GgufExport.write(file, golden.folder(), tokenizer(golden.folder()), GgufType.F32, name);
        int[] ids = golden.texts().get(1).ids();
        try (Torch torch = Torch.open("cpu", 1);
                GgufFile written = GgufFile.open(file);
                LanguageModel one = LanguageModel.open(torch, golden.folder(), null);
                LanguageModel other = GgufModel.open(torch, file)) {
            assertEquals(architecture, written.metadata().text("general.architecture"));
            assertArrayEquals(one.logits(ids), other.logits(ids), 1e-5f);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mistral, a window",
        "qwen2-window, a window",
        "qwen2-yarn, scaled",
        "qwen3-window, biases",
        "llama-bias, biases",
        "llama-tied, another function",
        "gemma2, gemma2",
        "gpt2, gpt2",
        "phi3, phi3"
    })
    void whatNoFileCouldSayIsRefusedByName(String name, String reason) throws Exception {
        Path model = Golden.family(name).folder();
        assertTrue(refused(model).what().contains(reason), refused(model).what());
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

    @Test
    void shardsMakeTheSameFile() throws Exception {
        Path model = TinyModel.write(folder.resolve("whole"));
        Path whole = folder.resolve("whole.gguf");
        GgufExport.write(whole, model, model, GgufType.Q4_0, "tiny");
        String shard = "model-00001-of-00001.safetensors";
        ObjectNode index = Json.mapper().createObjectNode();
        ObjectNode places = index.putObject("weight_map");
        try (Safetensors tensors = Safetensors.open(model.resolve("model.safetensors"))) {
            tensors.entries().keySet().forEach(name -> places.put(name, shard));
        }
        Files.writeString(model.resolve("model.safetensors.index.json"), Json.line(index));
        Files.move(model.resolve("model.safetensors"), model.resolve(shard));
        Path sharded = folder.resolve("sharded.gguf");
        GgufExport.write(sharded, model, model, GgufType.Q4_0, "tiny");
        assertEquals(-1, Files.mismatch(whole, sharded));
    }

    @Test
    void whatIsMissingOrTooMuchIsNamed() throws Exception {
        Path model = TinyModel.write(folder.resolve("model"));
        Path config = model.resolve("config.json");
        String text = Files.readString(config);
        Files.writeString(config, text.replace("\"num_hidden_layers\" : 2", "\"num_hidden_layers\" : 3"));
        assertTrue(
                refused(model).what().contains("model.layers.2.input_layernorm"),
                refused(model).what());
        Files.writeString(config, text.replace("\"num_hidden_layers\" : 2", "\"num_hidden_layers\" : 1"));
        assertTrue(
                refused(model).what().contains("no place for the tensor model.layers.1"),
                refused(model).what());
        assertFalse(Files.exists(folder.resolve("model.gguf")));
    }

    private Failure refused(Path model) {
        return assertThrows(
                Failure.class,
                () -> GgufExport.write(folder.resolve("model.gguf"), model, model, GgufType.F16, "tiny"));
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
        assertTrue(unopened(Map.of("general.architecture", new GgufValue.Text("mamba")))
                .where()
                .contains("mamba"));
        Map<String, GgufValue> keys = LlamaKeys.of(GgufFamily.LLAMA, TinyModel.config(), GgufType.F16, "tiny");
        keys.put("llama.block_count", GgufValue.whole(Integer.MAX_VALUE));
        assertTrue(unopened(keys).what().contains("impossible shape"));
        keys.put("llama.block_count", GgufValue.whole(1));
        assertTrue(unopened(keys).what().contains("blk.0.attn_norm.weight"));
        keys.put("llama.attention.head_count", GgufValue.whole(0));
        assertTrue(unopened(keys).what().contains("impossible shape"));
        keys.remove("llama.rope.freq_base");
        keys.put("llama.attention.head_count", GgufValue.whole(2));
        assertTrue(unopened(keys).what().contains("llama.rope.freq_base"));
    }

    private Failure unopened(Map<String, GgufValue> keys) throws Exception {
        Path file = folder.resolve("other.gguf");
        List<Long> shape = List.of((long) TinyModel.VOCAB, 16L);
        GgufWriter.write(
                file,
                keys,
                List.of(new GgufWriter.Tensor("token_embd.weight", GgufType.F16, shape, (row, into) -> {})));
        try (Torch torch = Torch.open("cpu", 1)) {
            return assertThrows(Failure.class, () -> GgufModel.open(torch, file));
        }
    }
}
