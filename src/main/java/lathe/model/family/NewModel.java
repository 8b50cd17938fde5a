package lathe.model.family;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import lathe.model.arch.ModelConfig;
import lathe.recipe.ModelSettings;
import lathe.run.Failure;
import lathe.run.Json;

/** The config of a model that a recipe describes. */
public final class NewModel {
    private static final Path RECIPE = Path.of("recipe");

    private NewModel() {}

    /** A Llama of the settings' sizes, with a tokenizer's vocabulary. */
    public static ModelConfig of(ModelSettings.New settings, int vocabSize, int eosId) throws Failure {
        ObjectNode json = Json.mapper().createObjectNode();
        json.putArray("architectures").add("LlamaForCausalLM");
        json.put("model_type", "llama");
        json.put("vocab_size", vocabSize);
        json.put("hidden_size", settings.hiddenSize());
        json.put("intermediate_size", settings.intermediateSizeOrDefault());
        json.put("num_hidden_layers", settings.layers());
        json.put("num_attention_heads", settings.heads());
        json.put("num_key_value_heads", settings.kvHeadsOrDefault());
        json.put("head_dim", settings.hiddenSize() / settings.heads());
        json.put("hidden_act", "silu");
        json.put("max_position_embeddings", settings.maxPositionEmbeddings());
        json.put("rope_theta", settings.ropeTheta());
        json.putNull("rope_scaling");
        json.put("rms_norm_eps", settings.rmsNormEps());
        json.put("tie_word_embeddings", settings.tieWordEmbeddings());
        json.put("initializer_range", settings.initializerRange());
        json.put("attention_bias", false);
        json.put("mlp_bias", false);
        json.put("torch_dtype", "float32");
        json.put("use_cache", true);
        json.putNull("bos_token_id");
        json.put("eos_token_id", eosId);
        json.putNull("pad_token_id");
        return ConfigFile.read(json, RECIPE);
    }
}
