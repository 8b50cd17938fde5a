package lathe.export;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lathe.export.gguf.GgufExport;
import lathe.export.gguf.GgufModel;
import lathe.export.gguf.file.GgufType;
import lathe.model.adapter.AdapterFolder;
import lathe.model.adapter.LoraAdapter;
import lathe.model.file.ModelFolder;
import lathe.model.layout.ModelLayout;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.recipe.ExportFormat;
import lathe.recipe.SettingsTable;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.RunContext;
import lathe.run.WholeFile;
import lathe.text.chat.ChatTemplateFile;

/**
 * Writes an adapter in PEFT's form, or a model with the adapter merged in, in Hugging Face's form or llama.cpp's, and
 * proves it by reading back.
 */
public final class Exporter {
    private final ExportRequest request;
    private final RunContext context;

    private Exporter(ExportRequest request, RunContext context) {
        this.request = request;
        this.context = context;
    }

    /** Exports. */
    public static Exported run(ExportRequest request, RunContext context) throws Failure, IOException {
        if (request.to() == ExportFormat.CLUSTER) {
            throw Failure.later("export to " + SettingsTable.word(request.to()));
        }
        try {
            return new Exporter(request, context).run();
        } catch (EngineException e) {
            throw Torch.outOfMemory(e, "export", "", "close other programs", "use --device cpu");
        }
    }

    private Exported run() throws Failure, IOException {
        context.phase("export", "asking the model");
        Proof proof = Proof.of(request);
        context.phase("export", "writing");
        Files.createDirectories(request.out().toAbsolutePath().getParent());
        Exported exported =
                switch (request.to()) {
                    case ADAPTER -> {
                        writeAdapter();
                        readingBack();
                        yield proof.compare(request.model(), request.out(), request.to());
                    }
                    case HF, CLUSTER -> {
                        TensorType numbers = numbers();
                        writeMerged(request.out(), numbers);
                        readingBack();
                        yield proof.compare(request.out(), null, request.to(), numbers);
                    }
                    case GGUF -> gguf(proof, GgufType.F16);
                    case GGUF_Q8_0 -> gguf(proof, GgufType.Q8_0);
                    case GGUF_Q4_0 -> gguf(proof, GgufType.Q4_0);
                };
        ExportCard.write(request, exported, request.to() == ExportFormat.HF ? numbers() : TensorType.F32);
        context.emit(new Event.Artifact(
                SettingsTable.word(request.to()), request.out().toString()));
        return exported;
    }

    private void readingBack() {
        context.phase("export", "reading back");
    }

    private Exported gguf(Proof proof, GgufType type) throws Failure, IOException {
        Path file = request.out().resolve("model-" + type.name().toLowerCase(Locale.ROOT) + ".gguf");
        Path beside = request.out().resolveSibling(request.out().getFileName() + ".part");
        List<String> notes;
        try {
            WholeFile.deleteTree(beside);
            Path model = request.adapter() == null ? request.model() : beside;
            if (request.adapter() == null) {
                Files.createDirectories(beside);
                ModelFolder.copyTokenizer(request.model(), beside);
                writeTemplate(beside);
            } else {
                writeMerged(beside, TensorType.F32);
            }
            Files.createDirectories(request.out());
            notes = GgufExport.write(file, model, beside, type, nameOf(request.model()));
        } finally {
            WholeFile.deleteTree(beside);
        }
        for (String note : notes) {
            context.warn(note, file.toString());
        }
        readingBack();
        return proof.compare(torch -> GgufModel.open(torch, file), request.to(), notes);
    }

    private static String nameOf(Path folder) {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    private void writeAdapter() throws Failure, IOException {
        Path folder = request.adapter();
        if (folder == null) {
            throw Failure.badInput("There is no adapter to export", "--adapter", "name an adapter's folder");
        }
        try (Torch torch = Torch.open(request.device(), request.threads())) {
            LoraAdapter adapter = AdapterFolder.read(torch, folder, layout());
            AdapterFolder.write(request.out(), adapter, request.model().toAbsolutePath());
        }
    }

    /** The type that was asked for, or that the base has: its config says so. */
    private TensorType numbers() throws Failure, IOException {
        TensorType wanted = request.dtype();
        return wanted == null ? layout().config().dtype() : wanted;
    }

    private void writeMerged(Path out, TensorType numbers) throws Failure, IOException {
        Path folder = request.adapter();
        try (Torch torch = Torch.open(request.device(), request.threads())) {
            List<NDArray> weights = ModelFolder.weights(torch, request.model(), TensorType.F32);
            if (folder != null) {
                weights = AdapterFolder.read(torch, folder, layout()).mergedInto(torch, weights);
            }
            ModelFolder.write(torch, out, layout().config(), weights, request.model(), numbers);
        }
        writeTemplate(out);
    }

    private void writeTemplate(Path folder) throws Failure, IOException {
        if (request.template() != null) {
            ChatTemplateFile.write(folder, request.template());
        }
    }

    private ModelLayout layout() throws Failure, IOException {
        return ModelLayout.of(ModelFolder.config(request.model()));
    }
}
