"""Makes the golden files of src/test/resources/golden/families with transformers and PEFT.

python src/peers/golden_families.py [FOLDER]

One tiny model of odd sizes for every family and every trait that changes what it computes: rope types, windows, biases,
tied heads, caps. Norms and biases are random, so that a forgotten one shows. There is no padding token, as transformers does
not train its row. Of each: its folder, scores of a short and of a long text at a few positions (the long one is longer than
windows and than what ropes were first made for), and the modules that PEFT's "all-linear" finds. Where ADAPTED says so also an
adapter with its scores, and the losses of a few steps.
"""
import json
import sys
from pathlib import Path

import peft
import torch
import transformers
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import AutoConfig, AutoModelForCausalLM

from golden_tensors import SETTINGS, flat, train

STEPS = 4
LONG = 27
SIZES = dict(vocab_size=37, hidden_size=12, intermediate_size=11, num_hidden_layers=2, num_attention_heads=2,
             num_key_value_heads=1, head_dim=8, max_position_embeddings=64, initializer_range=0.3, rms_norm_eps=1e-5,
             bos_token_id=1, eos_token_id=2, pad_token_id=None, tie_word_embeddings=False)


def rope(kind, **values):
    return {"rope_parameters": {"rope_type": kind, "rope_theta": 700.0, **values}}


def long_rope(pairs, **values):
    return rope("longrope", short_factor=[1.0 + 0.05 * i for i in range(pairs)], **values,
                long_factor=[1.3 + 0.9 * i for i in range(pairs)])


WINDOW = dict(sliding_window=5)
MODELS = {
    "llama": ("llama", rope("default")),
    "llama-bias": ("llama", dict(attention_bias=True, mlp_bias=True, num_key_value_heads=2, **rope("default"))),
    "llama-tied": ("llama", dict(tie_word_embeddings=True, hidden_act="gelu", **rope("default", partial_rotary_factor=1.0))),
    "llama-linear": ("llama", rope("linear", factor=3.0)),
    "llama-dynamic": ("llama", dict(rope("dynamic", factor=2.5), max_position_embeddings=14)),
    "llama-yarn": ("llama", rope("yarn", factor=4.0, original_max_position_embeddings=16)),
    "llama-yarn-options": ("llama", rope("yarn", factor=4.0, original_max_position_embeddings=16, beta_fast=9.0,
                                         beta_slow=2.0, truncate=False, mscale=0.7, mscale_all_dim=1.1)),
    "llama-yarn-factor": ("llama", rope("yarn", factor=4.0, original_max_position_embeddings=16, attention_factor=1.37)),
    "llama-llama3": ("llama", dict(tie_word_embeddings=True, **rope("llama3", factor=8.0, low_freq_factor=1.0,
                                   high_freq_factor=4.0, original_max_position_embeddings=20))),
    "mistral": ("mistral", dict(WINDOW, **rope("default"))),
    "mistral-everything": ("mistral", dict(sliding_window=None, **rope("default"))),
    "qwen2": ("qwen2", dict(tie_word_embeddings=True, **rope("default"))),
    "qwen2-window": ("qwen2", dict(WINDOW, use_sliding_window=True, max_window_layers=1, **rope("default"))),
    "qwen2-yarn": ("qwen2", rope("yarn", factor=2.0, original_max_position_embeddings=16)),
    "qwen3": ("qwen3", rope("default")),
    "qwen3-window": ("qwen3", dict(WINDOW, use_sliding_window=True, max_window_layers=1, attention_bias=True,
                                   tie_word_embeddings=True, **rope("default"))),
    "gpt2": ("gpt2", {}),
    "gpt2-untied": ("gpt2", dict(n_inner=19, activation_function="relu", tie_word_embeddings=False,
                                 scale_attn_weights=False)),
    "phi3": ("phi3", dict(WINDOW, **rope("default", partial_rotary_factor=1.0))),
    "phi3-partial": ("phi3", rope("default", partial_rotary_factor=0.67)),
    "phi3-longrope": ("phi3", dict(original_max_position_embeddings=15, **long_rope(2, partial_rotary_factor=0.67))),
    "gemma2": ("gemma2", dict(WINDOW, query_pre_attn_scalar=11, attn_logit_softcapping=3.0, final_logit_softcapping=5.0,
                              num_hidden_layers=3, tie_word_embeddings=True, **rope("default"))),
    "gemma2-uncapped": ("gemma2", dict(WINDOW, query_pre_attn_scalar=11, attn_logit_softcapping=None,
                                       final_logit_softcapping=None, tie_word_embeddings=True, **rope("default"))),
    "gemma3": ("gemma3_text", dict(WINDOW, query_pre_attn_scalar=11, num_hidden_layers=3, tie_word_embeddings=True,
                                   layer_types=["sliding_attention", "sliding_attention", "full_attention"],
                                   rope_parameters={
                                       "full_attention": {"rope_type": "linear", "factor": 2.0, "rope_theta": 5000.0},
                                       "sliding_attention": {"rope_type": "default", "rope_theta": 90.0}})),
}
ADAPTED = ["llama-bias", "mistral", "qwen2", "qwen3", "gpt2", "gpt2-untied", "phi3", "gemma2", "gemma3"]


def config_of(name):
    kind, changed = MODELS[name]
    values = {**SIZES, **changed}
    if kind == "gpt2":
        values = {"vocab_size": 37, "n_embd": 12, "n_layer": 2, "n_head": 3, "n_positions": 40, "resid_pdrop": 0.0,
                  "embd_pdrop": 0.0, "attn_pdrop": 0.0, "initializer_range": 0.3, "bos_token_id": 1, "eos_token_id": 2,
                  **changed}
    if kind in ("phi3", "qwen2"):
        values.pop("head_dim")
    # a rope's object is changed by the config that takes it
    return AutoConfig.for_model(kind, **json.loads(json.dumps(values)), attn_implementation="eager")


def model_of(name):
    torch.manual_seed(5)
    config = config_of(name)
    model = AutoModelForCausalLM.from_config(config, attn_implementation="eager").float().eval()
    gemma = config.model_type.startswith("gemma")
    for key, parameter in model.named_parameters():
        if key.endswith("bias"):
            torch.nn.init.normal_(parameter, 0, 0.2)
        elif parameter.dim() == 1:
            torch.nn.init.uniform_(parameter, -0.5 if gemma else 0.5, 0.5 if gemma else 1.5)
    return model


def adapted(name):
    torch.manual_seed(3)
    config = LoraConfig(r=2, lora_alpha=5, lora_dropout=0.0, target_modules="all-linear", task_type="CAUSAL_LM")
    model = get_peft_model(model_of(name), config).eval()
    for key, parameter in model.named_parameters():
        if "lora_B" in key:
            torch.nn.init.normal_(parameter, 0, 0.2)
    return model


def rows_of(vocab):
    generator = torch.Generator().manual_seed(11)
    steps = []
    for _ in range(STEPS):
        rows = []
        for length in torch.randint(4, 12, (4,), generator=generator).tolist():
            ids = torch.randint(0, vocab, (length,), generator=generator).tolist()
            trained = (torch.rand(length, generator=generator) < 0.7).int().tolist()
            trained[-1] = 1
            rows.append({"ids": ids, "trained": trained})
        steps.append(rows)
    return steps


def scores(model, ids, positions):
    with torch.no_grad():
        return flat(model(input_ids=torch.tensor([ids]), use_cache=False).logits[0, positions])


def golden(name, folder):
    model_of(name).save_pretrained(folder / name)
    (folder / name / "generation_config.json").unlink(missing_ok=True)
    vocab = config_of(name).vocab_size
    generator = torch.Generator().manual_seed(1)
    ids = torch.randint(0, vocab, (LONG,), generator=generator).tolist()
    texts = []
    for length, positions in ((4, [0, 3]), (LONG, [0, 6, 15, LONG - 1])):
        # a fresh model for each: some ropes remember the longest text
        texts.append({"ids": ids[:length], "positions": positions,
                      "logits": scores(model_of(name), ids[:length], positions)})
    linear = sorted(key[: -len(".lora_A.default")].split("base_model.model.", 1)[1]
                    for key, _ in adapted(name).named_modules() if key.endswith(".lora_A.default"))
    values = {"transformers": transformers.__version__, "peft": peft.__version__, "torch": torch.__version__,
              "texts": texts, "linear": linear}
    if name in ADAPTED:
        adapted(name).save_pretrained(folder / name / "adapter")
        (folder / name / "adapter" / "README.md").unlink(missing_ok=True)
        with_adapter = PeftModel.from_pretrained(model_of(name), folder / name / "adapter").eval()
        values["adapter_logits"] = scores(with_adapter, ids, texts[1]["positions"])
        merged = with_adapter.merge_and_unload()
        values["merged_logits"] = scores(merged, ids, texts[1]["positions"])
        steps = rows_of(vocab)
        values["settings"], values["steps"] = SETTINGS, steps
        values["full_losses"], values["full_norms"] = train(model_of(name), steps)
        values["lora_losses"], values["lora_norms"] = train(adapted(name), steps)
    (folder / name / "golden.json").write_text(json.dumps(values) + "\n")


if __name__ == "__main__":
    torch.set_num_threads(1)
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "src/test/resources/golden/families")
    for each in MODELS:
        (target / each).mkdir(parents=True, exist_ok=True)
        golden(each, target)
