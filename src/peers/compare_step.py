"""Compares training steps of Lathe's programs with transformers and PEFT.

mvn test -Dtest=PeerFilesTest            # writes target/peer
python src/peers/compare_step.py [--files target/peer] [--device cpu|cuda] [--bench]

The archive and the inputs are those that Lathe wrote. Three ways go the same 20 steps in fp32: Lathe in Java on the processor (its
losses are in the files), Lathe's archive in PyTorch on the device, and the peer on the device. Losses must agree within 1e-4
(relative). --bench measures a step of a model of a billion random weights: time, tokens per second and peak memory.
"""
import argparse
import json
import statistics
import time
from pathlib import Path

import torch
from peft import LoraConfig, PeftModel, get_peft_model
from safetensors.torch import load_file
from transformers import LlamaConfig, LlamaForCausalLM

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

    def run(self, ids, positions, targets):
        self.step += 1
        numbers = torch.tensor([self.step, self.chunk])
        scale = torch.tensor([1.0 / targets.numel(), 0.0], dtype=torch.float64)
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


def measure(name, runner, batch, device, steps):
    times = []
    if device.startswith("cuda"):
        torch.cuda.reset_peak_memory_stats()
    for i in range(steps):
        start = time.perf_counter()
        loss = runner.run(*batch)
        times.append(time.perf_counter() - start)
        if i in (0, steps - 1):
            print(f"{name} step {i + 1}: loss {loss:.4f}")
    middle = statistics.median(times[min(3, steps - 1):])
    memory = torch.cuda.max_memory_allocated() / 2 ** 30 if device.startswith("cuda") else float("nan")
    print(f"{name}: {middle * 1e3:.1f} ms a step, {batch[0].numel() / middle:,.0f} tokens/s, peak {memory:.2f} GiB")


def large_model(device):
    config = LlamaConfig(vocab_size=128256, hidden_size=2048, intermediate_size=8192, num_hidden_layers=16,
                         num_attention_heads=32, num_key_value_heads=8, head_dim=64, tie_word_embeddings=True,
                         rms_norm_eps=1e-5, rope_theta=500000.0, attn_implementation="sdpa")
    torch.manual_seed(0)
    with torch.device(device):
        model = LlamaForCausalLM(config).to(torch.bfloat16)
    lora = LoraConfig(r=16, lora_alpha=32, lora_dropout=0.0, target_modules=[n.split(".")[1] for n in LINEAR],
                      task_type="CAUSAL_LM")
    return get_peft_model(model, lora)


def bench(files, device, rows, length, steps):
    settings = {"rate": 1e-4, "beta1": 0.9, "beta2": 0.95, "decay": 0.0, "clip": 1.0}
    model = large_model(device)
    layers = model.config.num_hidden_layers
    inner = "base_model.model."
    state = {key.replace(".base_layer", ""): value for key, value in model.named_parameters()}
    matrices = [state[f"{inner}model.layers.{i}.{part}.lora_{side}.default.weight"].detach().float().clone()
                for i in range(layers) for part in LINEAR for side in "AB"]
    ids = torch.randint(0, 128256, (rows, length + 1), device=device)
    batch = (ids[:, :-1].contiguous(), torch.arange(rows * length, device=device), ids[:, 1:].reshape(-1))
    for chunk in (2048, 8192):
        fresh = [matrix.clone() for matrix in matrices]
        archive = Archive(files / "large" / "program.pt", device, weights_of(state, layers, inner), fresh, settings, chunk)
        measure(f"program, chunks of {chunk}", archive, batch, device, steps)
        del archive, fresh
    measure("peer, autocast", Peer(model, settings, autocast=True), batch, device, steps)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=Path, default=Path("target/peer"))
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--bench", action="store_true")
    parser.add_argument("--rows", type=int, default=4)
    parser.add_argument("--length", type=int, default=2048)
    parser.add_argument("--steps", type=int, default=12)
    options = parser.parse_args()
    torch.backends.cuda.matmul.allow_tf32 = False
    for each in ("full", "lora"):
        compare(options.files / each, options.device)
    if options.bench:
        bench(options.files, options.device, options.rows, options.length, options.steps)
