package lathe.export;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lathe.model.adapter.AdapterFolder;
import lathe.model.adapter.LoraAdapter;
import lathe.model.file.ModelFolder;
import lathe.model.layout.ModelLayout;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.recipe.ExportFormat;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.RunContext;
import lathe.text.chat.ChatTemplateFile;

/**
 * Writes an adapter in PEFT's form, or a model in Hugging Face's with the adapter merged in, and proves it by reading
 * back.
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
        if (request.to() == ExportFormat.GGUF || request.to() == ExportFormat.CLUSTER) {
            throw Failure.later("export to " + request.to().name().toLowerCase(Locale.ROOT));
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
        boolean adapter = request.to() == ExportFormat.ADAPTER;
        if (adapter) {
            writeAdapter();
        } else {
            writeMerged();
        }
        context.phase("export", "reading back");
        Exported exported = adapter
                ? proof.compare(request.model(), request.out(), request.to())
                : proof.compare(request.out(), null, request.to());
        String kind = request.to().name().toLowerCase(Locale.ROOT);
        context.emit(new Event.Artifact(kind, request.out().toString()));
        return exported;
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

    private void writeMerged() throws Failure, IOException {
        Path folder = request.adapter();
        try (Torch torch = Torch.open(request.device(), request.threads())) {
            List<NDArray> weights = ModelFolder.weights(torch, request.model(), TensorType.F32);
            if (folder != null) {
                weights = AdapterFolder.read(torch, folder, layout()).mergedInto(torch, weights);
            }
            ModelFolder.write(request.out(), layout().config(), weights, request.model());
        }
        if (request.template() != null) {
            ChatTemplateFile.write(request.out(), request.template());
        }
    }

    private ModelLayout layout() throws Failure, IOException {
        return ModelLayout.of(ModelFolder.config(request.model()));
    }
}
