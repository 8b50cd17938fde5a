package lathe.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.ndarray.NDArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lathe.model.Golden;
import lathe.model.adapter.AdapterConfig;
import lathe.model.adapter.AdapterFolder;
import lathe.model.adapter.AdapterStart;
import lathe.model.adapter.LoraAdapter;
import lathe.model.file.ModelFolder;
import lathe.model.layout.ModelLayout;
import lathe.model.quant.WeightForm;
import lathe.model.text.LanguageModel;
import lathe.program.TensorType;
import lathe.program.Torch;
import lathe.recipe.LoraSettings;
import lathe.run.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writes adapters of every kind and what they score, which {@code src/peers/check_adapters.py} compares with PEFT. */
class PeerAdaptersTest {
    private static final Path OUT = Path.of("target/peer/adapters");
    private static final int[] IDS = {5, 1, 58, 8, 40, 3, 2, 17};

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rslora   | rslora | use-rslora: true",
                "dora     | dora   | use-dora: true",
                "patterns | rslora | rank-pattern: {v_proj: 5, layers.0.self_attn.q_proj: 2}, alpha-pattern: {down_proj: 9.5}",
                "biases   | dora   | bias: all, targets: [q_proj, o_proj]",
                "tied     | dora   | modules-to-save: [embed_tokens], targets: [q_proj]",
                "untied   | rslora | modules-to-save: [lm_head, norm], targets: [q_proj]",
                "pissa    | rslora | init-lora-weights: pissa",
                "olora    | rslora | init-lora-weights: olora, use-rslora: true"
            })
    void adapter(String name, String model, String keys) throws Exception {
        Path base = Golden.adapterOf(model).folder();
        ModelLayout layout = ModelLayout.of(ModelFolder.config(base));
        LoraSettings settings = Stages.lora("{r: 3, alpha: 7, dropout: 0, " + keys + "}");
        try (Torch torch = Torch.open("cpu", 1)) {
            List<NDArray> weights = ModelFolder.weights(torch, base, TensorType.F32);
            LoraAdapter adapter = new AdapterStart(
                            torch, layout, AdapterConfig.of(settings), settings.initLoraWeights(), 3)
                    .beside(weights, WeightForm.DENSE);
            adapter.tensors().forEach(tensor -> tensor.addi(0.03f));
            Path to = OUT.resolve(name);
            Files.createDirectories(OUT);
            AdapterFolder.write(to, adapter, base.toAbsolutePath());
            try (LanguageModel scorer = new LanguageModel(torch, layout, weights, adapter, TensorType.F32)) {
                float[] logits = scorer.logits(IDS);
                Json.write(OUT.resolve(name + ".json"), Map.of("ids", IDS, "logits", logits));
                try (LanguageModel written = LanguageModel.open(torch, base, to)) {
                    assertArrayEquals(logits, written.logits(IDS), 5e-5f);
                }
            }
        }
    }
}
