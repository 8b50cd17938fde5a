"""Makes src/test/resources/golden/losses.json with transformers and PyTorch.

python src/peers/golden_losses.py [FILE]

For tiny models that other scripts made: the loss of a batch with label smoothing (transformers' LabelSmoother), z-loss
(PaLM: coefficient · log² Z) and NEFTune's noise (transformers' hook, after a given seed), fp32, and of each weight's
gradient its norm and its product with cos(0), cos(1), …
"""
import json
import sys
from pathlib import Path

import torch
import transformers
from transformers import AutoModelForCausalLM
from transformers.integrations.neftune import neftune_post_forward_hook
from transformers.trainer_pt_utils import LabelSmoother

GOLDEN = Path("src/test/resources/golden")
MODELS = ["tensors/tied", "tensors/untied", "families/gemma2"]
CASES = [{"smoothing": 0.1, "z": 0.0, "noise": 0.0}, {"smoothing": 0.0, "z": 0.01, "noise": 0.0},
         {"smoothing": 0.0, "z": 0.0, "noise": 5.0}, {"smoothing": 0.2, "z": 0.003, "noise": 3.0}]
SEED = 1234


def batch(rows):
    longest = max(len(row["ids"]) for row in rows) - 1
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    labels = torch.full((len(rows), longest), -100)
    for i, row in enumerate(rows):
        n = len(row["ids"]) - 1
        ids[i, :n] = torch.tensor(row["ids"][:-1])
        marks = torch.tensor(row["trained"][1:], dtype=torch.bool)
        labels[i, :n][marks] = torch.tensor(row["ids"][1:])[marks]
    return ids, labels


def loss_of(model, rows, case):
    ids, labels = batch(rows)
    embedding = model.get_input_embeddings()
    hook = None
    if case["noise"] > 0:
        embedding.neftune_noise_alpha = case["noise"]
        hook = embedding.register_forward_hook(neftune_post_forward_hook)
    torch.manual_seed(SEED + model.config.num_hidden_layers)
    logits = model(input_ids=ids).logits
    if hook:
        hook.remove()
    loss = LabelSmoother(epsilon=case["smoothing"])({"logits": logits}, labels)
    log_z = torch.logsumexp(logits, -1)[labels != -100]
    return loss + case["z"] * (log_z ** 2).mean()


def gradients(model):
    found = {}
    for name, parameter in model.named_parameters():
        g = parameter.grad.reshape(-1).double()
        found[name] = [float(g.norm()), float((g * torch.arange(g.numel()).double().cos()).sum())]
    return found


def golden(name):
    rows = json.loads((GOLDEN / name / "golden.json").read_text())["steps"][0]
    values = []
    for case in CASES:
        model = AutoModelForCausalLM.from_pretrained(GOLDEN / name, dtype=torch.float32,
                                                     attn_implementation="eager").train()
        loss = loss_of(model, rows, case)
        loss.backward()
        values.append({**case, "loss": float(loss.detach()), "gradients": gradients(model)})
    return {"rows": rows, "cases": values}


if __name__ == "__main__":
    torch.set_num_threads(1)
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLDEN / "losses.json"
    made = {"transformers": transformers.__version__, "torch": torch.__version__, "seed": SEED,
            "models": {name: golden(name) for name in MODELS}}
    target.write_text(json.dumps(made) + "\n")
