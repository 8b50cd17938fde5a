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
            for (String prompt : request.prompts()) {
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

    /** Reads what was written and compares it; a difference beyond rounding is a failure. */
    Exported compare(Path model, @Nullable Path adapter, ExportFormat format) throws Failure, IOException {
        int tokens = 0;
        int agreeing = 0;
        double largest = 0;
        double bound = 0;
        try (Torch torch = Torch.open(request.device(), request.threads());
                LanguageModel written = open(torch, model, adapter)) {
            int vocab = written.config().vocabSize();
            for (int i = 0; i < texts.size(); i++) {
                float[] before = scores.get(i);
                float[] after = written.logits(texts.get(i));
                for (int j = 0; j < before.length; j++) {
                    largest = Math.max(largest, Math.abs(before[j] - after[j]));
                    bound = Math.max(bound, TOLERANCE * (1 + Math.abs(before[j])));
                }
                tokens += texts.get(i).length;
                agreeing += agreeing(before, after, vocab);
            }
        }
        if (!(largest <= bound)) {
            throw different(largest);
        }
        return new Exported(format, request.out(), tokens, agreeing, largest);
    }

    private static int agreeing(float[] before, float[] after, int vocab) {
        int agreeing = 0;
        for (int from = 0; from < before.length; from += vocab) {
            int one = LanguageModel.likeliest(Arrays.copyOfRange(before, from, from + vocab));
            int other = LanguageModel.likeliest(Arrays.copyOfRange(after, from, from + vocab));
            agreeing += one == other ? 1 : 0;
        }
        return agreeing;
    }

    private Failure different(double largest) {
        return Failure.resources(
                "What was written does not score as what was trained: the largest difference is " + largest,
                request.out().toString(),
                "free disk space and memory and export again",
                "report this with the recipe if it stays");
    }
}
