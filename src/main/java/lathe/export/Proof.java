package lathe.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lathe.model.adapter.AdapterFolder;
import lathe.model.adapter.LoraAdapter;
import lathe.model.file.ModelFolder;
import lathe.model.layout.ModelLayout;
import lathe.model.text.LanguageModel;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.recipe.ExportFormat;
import lathe.run.Failure;
import lathe.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/** What a model says to some prompts, in fp32, to compare another form of it with. */
final class Proof {
    private static final int NEW_TOKENS = 16;
    private static final int LONGEST_PROMPT = 64;
    private static final double TOLERANCE = 1e-3;
    private static final double HALF_TOLERANCE = 2e-2;

    private final ExportRequest request;
    private final List<int[]> texts = new ArrayList<>();
    private final List<float[]> scores = new ArrayList<>();

    private Proof(ExportRequest request) {
        this.request = request;
    }

    /** Lets a model continue the prompts greedily. */
    static Proof of(ExportRequest request) throws Failure, IOException {
        Proof proof = new Proof(request);
        List<int[]> prompts = proof.prompts();
        try (Torch torch = Torch.open(request.device(), request.threads());
                LanguageModel model = open(torch, request.model(), request.adapter())) {
            for (int[] prompt : prompts) {
                int more = Math.min(NEW_TOKENS, model.config().maxPositions() - prompt.length);
                int[] text = model.greedy(prompt, more);
                proof.texts.add(text);
                proof.scores.add(model.logits(text));
            }
        }
        return proof;
    }

    private List<int[]> prompts() throws Failure, IOException {
        List<int[]> prompts = new ArrayList<>();
        try (Tokenizer tokenizer = Tokenizer.load(request.model())) {
            for (String prompt : ProofPrompts.with(request.prompts())) {
                int[] ids = tokenizer.encode(prompt);
                if (ids.length > 0) {
                    prompts.add(Arrays.copyOf(ids, Math.min(ids.length, LONGEST_PROMPT)));
                }
            }
            if (prompts.isEmpty()) {
                prompts.add(new int[] {tokenizer.endOfText()});
            }
        }
        return prompts;
    }

    private static LanguageModel open(Torch torch, Path folder, @Nullable Path adapter) throws Failure, IOException {
        ModelLayout layout = ModelLayout.of(ModelFolder.config(folder));
        LoraAdapter beside = adapter == null ? null : AdapterFolder.read(torch, adapter, layout);
        return new LanguageModel(
                torch, layout, ModelFolder.weights(torch, folder, TensorType.F32), beside, TensorType.F32);
    }

    /** Opens what was written. */
    @FunctionalInterface
    interface Written {
        LanguageModel open(Torch torch) throws Failure, IOException;
    }

    /** Reads a folder that was written and compares it. */
    Exported compare(Path model, @Nullable Path adapter, ExportFormat format) throws Failure, IOException {
        return compare(model, adapter, format, TensorType.F32);
    }

    /** The same for a folder whose numbers were rounded. */
    Exported compare(Path model, @Nullable Path adapter, ExportFormat format, TensorType numbers)
            throws Failure, IOException {
        return compare(torch -> open(torch, model, adapter), format, numbers, List.of());
    }

    Exported compare(Written written, ExportFormat format, List<String> notes) throws Failure, IOException {
        return compare(written, format, TensorType.F32, notes);
    }

    /** Reads what was written and compares it; a difference beyond the rounding of its format is a failure. */
    private Exported compare(Written written, ExportFormat format, TensorType numbers, List<String> notes)
            throws Failure, IOException {
        Comparison comparison = new Comparison(tolerance(format, numbers));
        try (Torch torch = Torch.open(request.device(), request.threads());
                LanguageModel model = written.open(torch)) {
            for (int i = 0; i < texts.size(); i++) {
                comparison.add(texts.get(i), scores.get(i), model.logits(texts.get(i)));
            }
        }
        if (!comparison.isWithinBound()) {
            throw different(comparison.largest());
        }
        return comparison.result(format, request.out(), notes);
    }

    /** What scores may differ by, relative to their size; numbers of few bits are only reported. */
    private static double tolerance(ExportFormat format, TensorType numbers) {
        return switch (format) {
            case ADAPTER -> TOLERANCE;
            case HF, CLUSTER -> of(numbers);
            case GGUF -> of(TensorType.F16);
            case GGUF_Q8_0, GGUF_Q4_0 -> Double.POSITIVE_INFINITY;
        };
    }

    private static double of(TensorType numbers) {
        return switch (numbers) {
            case F32 -> TOLERANCE;
            case F16 -> HALF_TOLERANCE;
            // a number has three bits fewer than in fp16
            case BF16 -> 4 * HALF_TOLERANCE;
            case U8 -> throw new IllegalArgumentException("no model is exported as bytes");
        };
    }

    private Failure different(double largest) {
        return Failure.resources(
                "What was written does not score as what was trained: the largest difference is " + largest,
                request.out().toString(),
                "free disk space and memory and export again",
                "report this with the recipe if it stays");
    }
}
