"""Compares training steps of Lathe's programs with transformers and PEFT.

mvn test -Dtest=PeerFilesTest            # writes target/peer
python src/peers/compare_step.py [--files target/peer] [--device cpu|cuda]

The archive and the inputs are those that Lathe wrote. Three ways go the same 20 steps in fp32: Lathe in Java on the processor (its
losses are in the files), Lathe's archive in PyTorch on the device, and the peer on the device. Losses must agree within 1e-4
(relative). Speed and memory: h200_lora.py.
"""
import argparse
import json
from pathlib import Path

import torch
from peft import PeftModel
from safetensors.torch import load_file
from transformers import LlamaForCausalLM

BOUND = 1e-4
LAYER = ["input_layernorm", "self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj", "self_attn.o_proj",
         "post_attention_layernorm", "mlp.gate_proj", "mlp.up_proj", "mlp.down_proj"]
LINEAR = [name for name in LAYER if "layernorm" not in name]


def batch_of(rows, device):
    """Inputs padded to the longest row, flat positions that predict, and what they predict: as Lathe makes them."""
    longest = max(len(row["ids"]) for row in rows) - 1
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    positions, targets = [], []
    for i, row in enumerate(rows):
        n = len(row["ids"]) - 1
        ids[i, :n] = torch.tensor(row["ids"][:-1])
        for j in range(n):
            if row["trained"][j + 1]:
                positions.append(i * longest + j)
                targets.append(row["ids"][j + 1])
    return ids.to(device), torch.tensor(positions, device=device), torch.tensor(targets, device=device)


def weights_of(state, layers, prefix=""):
    names = ["model.embed_tokens"]
    names += [f"model.layers.{i}.{part}" for i in range(layers) for part in LAYER]
    return [state[f"{prefix}{name}.weight"].detach() for name in names + ["model.norm"]]


def matrices_of(state, layers):
    base = "base_model.model.model.layers."
    return [state[f"{base}{i}.{part}.lora_{side}.weight"] for i in range(layers) for part in LINEAR for side in "AB"]


class Archive:
    """Lathe's program, called as Java calls it."""

    def __init__(self, file, device, weights, matrices, settings, chunk=2048):
        self.program = torch.jit.load(str(file), map_location=device)
        self.weights = weights
        self.matrices = matrices or [torch.zeros(0, device=device)]
        self.parameters = matrices or weights
        self.first = [torch.zeros_like(p) for p in self.parameters]
        self.second = [torch.zeros_like(p) for p in self.parameters]
        self.settings, self.chunk, self.step = settings, chunk, 0
        self.ends = torch.zeros(0, dtype=torch.long)

    def scale(self, count):
        return torch.tensor([1.0 / count, 0.0], dtype=torch.float64)

    def run(self, ids, positions, targets):
        self.step += 1
        numbers = torch.cat([torch.tensor([self.step, self.chunk]), self.ends])
        scale = self.scale(targets.numel())
        loss, *grads = self.program.backward(ids, positions, targets, self.weights, self.matrices, numbers, scale)
        norm = float(self.program.norm_of(grads))
        s = self.settings
        factor = min(1.0, s["clip"] / (norm + 1e-6))
        for matrices, decay in ((True, s["decay"]), (False, 0.0)):
            places = [i for i, p in enumerate(self.parameters) if (p.dim() > 1) == matrices]
            lists = [[tensors[i] for i in places] for tensors in (self.parameters, grads, self.first, self.second)]
            floats = [s["rate"], s["beta1"], s["beta2"], 1e-8, decay, factor]
            if places:
                self.program.update(*lists, torch.tensor([self.step]), torch.tensor(floats, dtype=torch.float64))
        return float(loss)


class Peer:
    """transformers and PEFT with PyTorch's AdamW."""

    def __init__(self, model, settings, autocast=False):
        self.model, self.settings, self.autocast = model.train(), settings, autocast
        self.parameters = [p for p in model.parameters() if p.requires_grad]
        groups = [{"params": [p for p in self.parameters if p.dim() > 1], "weight_decay": settings["decay"]},
                  {"params": [p for p in self.parameters if p.dim() < 2], "weight_decay": 0.0}]
        self.optimizer = torch.optim.AdamW([g for g in groups if g["params"]], lr=settings["rate"], eps=1e-8,
                                           betas=(settings["beta1"], settings["beta2"]), fused=True)

    def run(self, ids, positions, targets):
        labels = torch.full_like(ids, -100).view(-1)
        labels[positions] = targets
        with torch.autocast(ids.device.type, dtype=torch.bfloat16, enabled=self.autocast):
            loss = self.model(input_ids=ids, labels=ids, shift_labels=labels.view_as(ids)).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.parameters, self.settings["clip"])
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        return float(loss.detach())


def compare(folder, device):
    steps = json.loads((folder / "steps.json").read_text())
    model = LlamaForCausalLM.from_pretrained(folder / "model", dtype=torch.float32).to(device)
    layers = model.config.num_hidden_layers
    state = {key: value.to(device) for key, value in load_file(folder / "model" / "model.safetensors").items()}
    matrices = None
    if (folder / "adapter").exists():
        matrices = matrices_of(load_file(folder / "adapter" / "adapter_model.safetensors", device=device), layers)
        model = PeftModel.from_pretrained(model, folder / "adapter", is_trainable=True)
    archive = Archive(folder / "program.pt", device, weights_of(state, layers), matrices, steps)
    peer = Peer(model, steps)
    worst = 0.0
    for i, rows in enumerate(steps["steps"]):
        batch = batch_of(rows, device)
        java, program, wanted = steps["losses"][i], archive.run(*batch), peer.run(*batch)
        worst = max(worst, abs(java / wanted - 1), abs(program / wanted - 1))
        if i in (0, len(steps["steps"]) - 1):
            print(f"{folder.name} step {i + 1}: java {java:.7f} program {program:.7f} peer {wanted:.7f}")
    print(f"{folder.name}: largest relative difference {worst:.2e} over {len(steps['steps'])} steps on {device}")
    assert worst < BOUND, f"{folder.name}: losses differ by {worst:.2e}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=Path, default=Path("target/peer"))
    parser.add_argument("--device", default="cpu")
    options = parser.parse_args()
    torch.backends.cuda.matmul.allow_tf32 = False
    for each in ("full", "lora"):
        compare(options.files / each, options.device)
