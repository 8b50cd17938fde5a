"""Makes src/test/resources/golden/adapters: what PEFT says of adapters of every kind that Lathe has.

pip install torch transformers peft safetensors
python src/peers/golden_adapters.py [target folder]

Two bases of random weights, and beside them a folder for each kind: the adapter as PEFT writes it, logits with it and merged, and
the losses and gradient norms of some steps of training from there in fp32.
"""
import json
import sys
from pathlib import Path

import torch
from peft import LoraConfig, PeftModel, get_peft_model
from peft.optimizers import create_loraplus_optimizer
from transformers import LlamaConfig, LlamaForCausalLM, Qwen2Config, Qwen2ForCausalLM

from golden_tensors import flat, loss_of, rows_of

STEPS = 6
SETTINGS = {"learning_rate": 0.01, "beta1": 0.9, "beta2": 0.95, "weight_decay": 0.1, "clip": 1.0}
SHAPE = dict(hidden_size=12, intermediate_size=21, num_hidden_layers=2, num_attention_heads=2, num_key_value_heads=1,
             max_position_embeddings=64, initializer_range=0.3, attn_implementation="eager", bos_token_id=1,
             eos_token_id=2)
CASES = {
    "rslora": ("untied", dict(target_modules="all-linear", use_rslora=True)),
    "dora": ("tied", dict(target_modules=["q_proj", "o_proj", "down_proj"], use_dora=True)),
    "dora-rslora": ("untied", dict(target_modules="all-linear", use_dora=True, use_rslora=True)),
    "patterns": ("untied", dict(target_modules="all-linear", rank_pattern={"layers.0.self_attn.q_proj": 2, "v_proj": 5},
                                alpha_pattern={"layers.1.mlp.up_proj": 3, "down_proj": 11.5})),
    "bias-all": ("tied", dict(target_modules=["q_proj", "down_proj"], bias="all")),
    "bias-lora-only": ("tied", dict(target_modules=["v_proj", "up_proj"], bias="lora_only")),
    "saved-tied": ("tied", dict(target_modules=["q_proj"], modules_to_save=["embed_tokens", "lm_head"],
                                ensure_weight_tying=True)),
    "saved-untied": ("untied", dict(target_modules=["q_proj", "gate_proj"], modules_to_save=["embed_tokens", "lm_head"])),
    "saved-head": ("untied", dict(target_modules=["q_proj"], modules_to_save=["lm_head"])),
    "saved-norms": ("untied", dict(target_modules=["k_proj"], modules_to_save=["norm"])),
    "loraplus": ("untied", dict(target_modules="all-linear")),
}


def base_of(name):
    torch.manual_seed(5)
    if name == "tied":
        model = Qwen2ForCausalLM(Qwen2Config(vocab_size=61, tie_word_embeddings=True, **SHAPE))
    else:
        model = LlamaForCausalLM(LlamaConfig(vocab_size=59, tie_word_embeddings=False, head_dim=6, **SHAPE))
    model = model.float()
    for parameter in model.parameters():
        if parameter.dim() == 1:
            torch.nn.init.uniform_(parameter, 0.5, 1.5)
    return model


def adapted(base, options):
    torch.manual_seed(3)
    model = get_peft_model(base_of(base), LoraConfig(r=3, lora_alpha=7, lora_dropout=0.0, task_type="CAUSAL_LM", **options))
    for key, parameter in model.named_parameters():
        if "lora_B" in key:
            torch.nn.init.normal_(parameter, 0, 0.2)
        elif "magnitude" in key:
            parameter.data *= torch.empty_like(parameter).uniform_(0.8, 1.25)
        elif parameter.requires_grad and "lora_A" not in key:
            parameter.data += torch.empty_like(parameter).uniform_(-0.1, 0.1)
    return model


def optimizer_of(model, name):
    if name == "loraplus":
        return create_loraplus_optimizer(model, torch.optim.AdamW, lr=SETTINGS["learning_rate"], loraplus_lr_ratio=8,
                                         betas=(SETTINGS["beta1"], SETTINGS["beta2"]), eps=1e-8,
                                         loraplus_weight_decay=SETTINGS["weight_decay"])
    parameters = [p for p in model.parameters() if p.requires_grad]
    groups = [{"params": [p for p in parameters if p.dim() > 1], "weight_decay": SETTINGS["weight_decay"]},
              {"params": [p for p in parameters if p.dim() < 2], "weight_decay": 0.0}]
    return torch.optim.AdamW([g for g in groups if g["params"]], lr=SETTINGS["learning_rate"],
                             betas=(SETTINGS["beta1"], SETTINGS["beta2"]), eps=1e-8)


def train(model, name, steps):
    optimizer = optimizer_of(model, name)
    parameters = [p for group in optimizer.param_groups for p in group["params"]]
    losses, norms = [], []
    for rows in steps:
        loss = loss_of(model, rows)
        loss.backward()
        norms.append(float(torch.nn.utils.clip_grad_norm_(parameters, SETTINGS["clip"])))
        optimizer.step()
        optimizer.zero_grad()
        losses.append(float(loss.detach()))
    return losses, norms


def golden(name, folder):
    base, options = CASES[name]
    adapted(base, options).save_pretrained(folder / name / "adapter")
    (folder / name / "adapter" / "README.md").unlink(missing_ok=True)
    ids = torch.tensor([[5, 1, 58, 8, 40, 3, 2, 17]])
    steps = rows_of(59, STEPS, 13, 12)
    with torch.no_grad():
        model = PeftModel.from_pretrained(base_of(base), folder / name / "adapter")
        beside = model(input_ids=ids).logits
        merged = model.merge_and_unload()(input_ids=ids).logits
    losses, norms = train(adapted(base, options), name, steps)
    settings = SETTINGS | ({"loraplus_lr_ratio": 8} if name == "loraplus" else {})
    values = {"base": base, "settings": settings, "ids": ids[0].tolist(), "adapter_logits": flat(beside),
              "merged_logits": flat(merged), "lora_losses": losses, "lora_norms": norms, "steps": steps}
    (folder / name / "golden.json").write_text(json.dumps(values) + "\n")


if __name__ == "__main__":
    torch.set_num_threads(1)
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "src/test/resources/golden/adapters")
    for each in ("tied", "untied"):
        base_of(each).save_pretrained(target / each)
        (target / each / "generation_config.json").unlink(missing_ok=True)
    for each in CASES:
        (target / each).mkdir(parents=True, exist_ok=True)
        golden(each, target)
