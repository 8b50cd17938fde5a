"""Makes the golden files of src/test/resources/golden/tensors with transformers and PEFT.

python src/peers/golden_tensors.py [FOLDER]

Two tiny Llama models with odd sizes, grouped keys and values, one with a tied head: their folders, a PEFT adapter for each,
logits with and without the adapter and with it merged, and the losses of 20 steps of full and of LoRA training.
"""
import json
import sys
from pathlib import Path

import peft
import torch
import transformers
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import LlamaConfig, LlamaForCausalLM

STEPS = 20
SETTINGS = {"learning_rate": 0.01, "beta1": 0.9, "beta2": 0.95, "weight_decay": 0.1, "clip": 1.0}
MODELS = {
    "tied": dict(vocab_size=101, hidden_size=24, intermediate_size=41, num_hidden_layers=2, num_attention_heads=3,
                 num_key_value_heads=1, head_dim=6, tie_word_embeddings=True, rms_norm_eps=1e-5),
    "untied": dict(vocab_size=67, hidden_size=20, intermediate_size=33, num_hidden_layers=2, num_attention_heads=4,
                   num_key_value_heads=2, head_dim=10, tie_word_embeddings=False, rms_norm_eps=1e-6),
}
TARGETS = {"tied": ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"],
           "untied": ["q_proj", "down_proj"]}


def model_of(name):
    torch.manual_seed(7)
    config = LlamaConfig(**MODELS[name], max_position_embeddings=64, initializer_range=0.2, bos_token_id=1,
                         eos_token_id=2, rope_theta=5000.0, attn_implementation="eager")
    model = LlamaForCausalLM(config).float()
    for parameter in model.parameters():
        if parameter.dim() == 1:
            torch.nn.init.uniform_(parameter, 0.5, 1.5)
    return model


def rows_of(vocab, count=STEPS, seed=11, longest=14):
    """Rows of each step: ids, and which of them count as something to predict."""
    generator = torch.Generator().manual_seed(seed)
    steps = []
    for _ in range(count):
        rows = []
        for length in torch.randint(4, longest, (4,), generator=generator).tolist():
            ids = torch.randint(0, vocab, (length,), generator=generator).tolist()
            trained = (torch.rand(length, generator=generator) < 0.7).int().tolist()
            trained[-1] = 1
            rows.append({"ids": ids, "trained": trained})
        steps.append(rows)
    return steps


def loss_of(model, rows):
    longest = max(len(row["ids"]) for row in rows)
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    labels = torch.full((len(rows), longest), -100)
    for i, row in enumerate(rows):
        n = len(row["ids"])
        ids[i, :n] = torch.tensor(row["ids"])
        marks = torch.tensor(row["trained"], dtype=torch.bool)
        labels[i, :n][marks] = ids[i, :n][marks]
    return model(input_ids=ids, labels=labels).loss


def train(model, steps):
    parameters = [p for p in model.parameters() if p.requires_grad]
    groups = [{"params": [p for p in parameters if p.dim() > 1], "weight_decay": SETTINGS["weight_decay"]},
              {"params": [p for p in parameters if p.dim() < 2], "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW([g for g in groups if g["params"]], lr=SETTINGS["learning_rate"],
                                  betas=(SETTINGS["beta1"], SETTINGS["beta2"]), eps=1e-8)
    losses, norms = [], []
    for rows in steps:
        loss = loss_of(model, rows)
        loss.backward()
        norms.append(float(torch.nn.utils.clip_grad_norm_(parameters, SETTINGS["clip"])))
        optimizer.step()
        optimizer.zero_grad()
        losses.append(float(loss.detach()))
    return losses, norms


def adapted(name):
    torch.manual_seed(3)
    config = LoraConfig(r=3, lora_alpha=7, lora_dropout=0.0, target_modules=TARGETS[name], task_type="CAUSAL_LM")
    model = get_peft_model(model_of(name), config)
    for key, parameter in model.named_parameters():
        if "lora_B" in key:
            torch.nn.init.normal_(parameter, 0, 0.2)
    return model


def flat(logits):
    return [float(f"{x:.7g}") for x in logits.reshape(-1).tolist()]


def golden(name, folder):
    model_of(name).save_pretrained(folder / name)
    (folder / name / "generation_config.json").unlink(missing_ok=True)
    adapted(name).save_pretrained(folder / name / "adapter")
    (folder / name / "adapter" / "README.md").unlink(missing_ok=True)
    vocab = MODELS[name]["vocab_size"]
    ids = torch.tensor([[5, 1, vocab - 1, 8, 40, 3, 2, 17]])
    steps = rows_of(vocab)
    with torch.no_grad():
        plain = model_of(name)(input_ids=ids).logits
        with_adapter = PeftModel.from_pretrained(model_of(name), folder / name / "adapter")
        beside = with_adapter(input_ids=ids).logits
        merged = with_adapter.merge_and_unload()(input_ids=ids).logits
        greedy = model_of(name).generate(ids[:, :4], max_new_tokens=20, do_sample=False, eos_token_id=None,
                                         pad_token_id=0)[0, 4:].tolist()
    full, full_norms = train(model_of(name), steps)
    lora, lora_norms = train(adapted(name), steps)
    values = {"transformers": transformers.__version__, "peft": peft.__version__, "torch": torch.__version__,
              "settings": SETTINGS, "ids": ids[0].tolist(), "logits": flat(plain), "adapter_logits": flat(beside),
              "merged_logits": flat(merged), "greedy": greedy, "full_losses": full, "full_norms": full_norms,
              "lora_losses": lora, "lora_norms": lora_norms, "steps": steps}
    (folder / name / "golden.json").write_text(json.dumps(values) + "\n")


if __name__ == "__main__":
    torch.set_num_threads(1)
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "src/test/resources/golden/tensors")
    for each in MODELS:
        (target / each).mkdir(parents=True, exist_ok=True)
        golden(each, target)
