package lathe.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.export.gguf.file.GgufFile;
import lathe.model.TinyModel;
import lathe.program.TensorType;
import lathe.recipe.ExportFormat;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExporterTest {
    private final Path folder;
    private final Path model;
    private final Path adapter;

    ExporterTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        model = TinyModel.write(folder.resolve("model"));
        adapter = TinyModel.writeAdapter(folder.resolve("adapter"), model);
    }

    private ExportRequest request(@Nullable Path beside, ExportFormat to) {
        return new ExportRequest(
                model, beside, to, folder.resolve("out"), List.of("abc", "de"), "chatml", "cpu", 1, null, null);
    }

    @Test
    void mergedModelSaysWhatModelAndAdapterSay() throws Exception {
        Exported exported = Exporter.run(request(adapter, ExportFormat.HF), RunContext.quiet());
        assertTrue(exported.tokens() > 20 * 16, "twenty prompts: " + exported.tokens());
        assertEquals(exported.tokens(), exported.agreeing());
        assertTrue(exported.largestDifference() < 1e-4);
        assertTrue(Files.exists(exported.folder().resolve("tokenizer.json")));
        assertTrue(Files.readString(exported.folder().resolve("tokenizer_config.json"))
                .contains("<|im_start|>"));
        assertFalse(Files.mismatch(
                        model.resolve("model.safetensors"), exported.folder().resolve("model.safetensors"))
                == -1);
    }

    @Test
    void adapterIsWrittenAsPeftReadsIt() throws Exception {
        Exported exported = Exporter.run(request(adapter, ExportFormat.ADAPTER), RunContext.quiet());
        assertEquals(0, exported.largestDifference());
        Path config = exported.folder().resolve("adapter_config.json");
        assertEquals(
                model.toAbsolutePath().toString(),
                Json.parse(Files.readString(config))
                        .path("base_model_name_or_path")
                        .asText());
        assertEquals(
                -1,
                Files.mismatch(
                        adapter.resolve("adapter_model.safetensors"),
                        exported.folder().resolve("adapter_model.safetensors")));
    }

    @Test
    void ggufSaysWhatModelAndAdapterSay() throws Exception {
        Exported exported = Exporter.run(request(adapter, ExportFormat.GGUF), RunContext.quiet());
        assertEquals(exported.tokens(), exported.agreeing());
        assertEquals(exported.perplexityBefore(), exported.perplexityAfter(), 0.05);
        assertTrue(Files.exists(exported.folder().resolve("model-f16.gguf")));
        assertFalse(Files.exists(folder.resolve("out.part")));
        try (GgufFile file = GgufFile.open(exported.folder().resolve("model-f16.gguf"))) {
            assertTrue(file.metadata().text("tokenizer.chat_template").contains("<|im_start|>"));
        }
    }

    @Test
    void ggufOfFewBitsSaysWhatItLost() throws Exception {
        Exported eight = Exporter.run(request(adapter, ExportFormat.GGUF_Q8_0), RunContext.quiet());
        Exported four = Exporter.run(request(null, ExportFormat.GGUF_Q4_0), RunContext.quiet());
        assertTrue(Files.exists(eight.folder().resolve("model-q8_0.gguf")));
        assertTrue(Files.exists(four.folder().resolve("model-q4_0.gguf")));
        assertTrue(four.largestDifference() > 0);
        assertTrue(four.notes().toString().contains("stay F16"), four.notes().toString());
    }

    @Test
    void numbersAreOfTheTypeThatWasAskedForOrThatTheBaseHas() throws Exception {
        assertEquals("float32", dtype(null, model));
        for (TensorType type : List.of(TensorType.BF16, TensorType.F16)) {
            assertEquals(type.torchName(), dtype(type, model));
            Path halved = folder.resolve("halved-" + type);
            java.nio.file.Files.move(folder.resolve("out"), halved);
            assertEquals(type.torchName(), dtype(null, halved), "as the base");
        }
    }

    /** The type that an export's config names; its weights are as long as that says. */
    private String dtype(@Nullable TensorType wanted, Path base) throws Exception {
        ExportRequest request = new ExportRequest(
                base, null, ExportFormat.HF, folder.resolve("out"), List.of(), null, "cpu", 1, wanted, null);
        Exported exported = Exporter.run(request, RunContext.quiet());
        assertTrue(exported.agreeing() > 0.9 * exported.tokens(), exported.toString());
        Path out = exported.folder();
        String said = Json.parse(Files.readString(out.resolve("config.json")))
                .path("torch_dtype")
                .asText();
        long full = Files.size(model.resolve("model.safetensors"));
        long now = Files.size(out.resolve("model.safetensors"));
        assertEquals(said.equals("float32") ? 1 : 0.5, (double) now / full, 0.15);
        return said;
    }

    @Test
    void cardSaysHowToLoadAndHowItWasProven() throws Exception {
        Exported exported = Exporter.run(request(adapter, ExportFormat.ADAPTER), RunContext.quiet());
        String card = Files.readString(exported.folder().resolve("README.md"));
        assertTrue(card.startsWith("---\nlibrary_name: peft\n"), card);
        assertTrue(card.contains("PeftModel.from_pretrained"), card);
        assertTrue(card.contains(exported.agreeing() + " of " + exported.tokens()), card);
        assertTrue(card.contains("许可证"), card);
        assertFalse(card.contains(folder.toString()), "no place of this machine");
    }

    @Test
    void differentModelIsNoticed() throws Exception {
        Proof proof = Proof.of(request(adapter, ExportFormat.HF));
        Failure failure = assertThrows(Failure.class, () -> proof.compare(model, null, ExportFormat.HF));
        assertTrue(failure.what().contains("does not score"), failure.what());
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertEquals(3, status(null, ExportFormat.ADAPTER));
        assertEquals(2, status(adapter, ExportFormat.CLUSTER));
    }

    private int status(@Nullable Path beside, ExportFormat to) {
        Failure failure = assertThrows(Failure.class, () -> Exporter.run(request(beside, to), RunContext.quiet()));
        return failure.kind().exitStatus();
    }
}
