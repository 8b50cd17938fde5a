"""Speed and memory of a LoRA step on one GPU: Lathe's programs beside PEFT, eager, with gradient checkpointing, and compiled.

mvn test -Dtest=PeerFilesTest            # writes target/peer
python src/peers/h200_lora.py [--files target/peer] [--only 1b,7b] [--ways kept,again,nf4,packed,eager,checkpointing,compile,bnb]

Models of random weights in bf16 (Llama-3.2-1B's shape; 7B: Mistral's), LoRA r 16 on all linear maps, 4 x 2,048 tokens, AdamW.
Each way runs in a process of its own. The step is the median after the first three; memory is the peak of the allocator.
packed: documents of 32 to 512 tokens that share rows, first compared with the same documents padded. The peers' optimizer is
PyTorch's fused AdamW; bnb is PEFT beside bitsandbytes' NF4 with double quantisation.
"""
import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

import torch
from peft import LoraConfig, get_peft_model
from transformers import LlamaConfig, LlamaForCausalLM

from compare_step import LINEAR, Archive, Peer, weights_of

SHAPES = {
    "1b": dict(vocab_size=128256, hidden_size=2048, intermediate_size=8192, num_hidden_layers=16, num_attention_heads=32,
               num_key_value_heads=8, head_dim=64, tie_word_embeddings=True, rope_theta=500000.0),
    "7b": dict(vocab_size=32000, hidden_size=4096, intermediate_size=14336, num_hidden_layers=32, num_attention_heads=32,
               num_key_value_heads=8, head_dim=128, tie_word_embeddings=False, rope_theta=500000.0),
}
SETTINGS = {"rate": 1e-4, "beta1": 0.9, "beta2": 0.95, "decay": 0.0, "clip": 1.0}
OURS = ("kept", "again", "nf4", "packed")


def model_of(shape, device, quantized=False):
    config = LlamaConfig(**SHAPES[shape], rms_norm_eps=1e-5, attn_implementation="sdpa")
    torch.manual_seed(0)
    with torch.device("meta" if quantized else device):
        model = LlamaForCausalLM(config).to(torch.bfloat16)
    return quantize(model, device) if quantized else model


def quantize(model, device):
    """bitsandbytes' linear maps of random weights, made one by one."""
    import bitsandbytes as bnb

    for name, module in list(model.named_modules()):
        if isinstance(module, torch.nn.Linear) and "lm_head" not in name:
            parent = model.get_submodule(name.rsplit(".", 1)[0])
            new = bnb.nn.Linear4bit(module.in_features, module.out_features, bias=False, compute_dtype=torch.bfloat16,
                                    quant_type="nf4", compress_statistics=True)
            weight = torch.randn(module.out_features, module.in_features, dtype=torch.bfloat16, device=device) * 0.02
            new.weight = bnb.nn.Params4bit(weight, requires_grad=False, quant_type="nf4", compress_statistics=True)
            setattr(parent, name.rsplit(".", 1)[1], new.to(device))
    for module in model.modules():
        for key, parameter in list(module.named_parameters(recurse=False)):
            if parameter.is_meta:
                value = torch.ones if parameter.dim() == 1 else torch.randn
                filled = value(parameter.shape, dtype=torch.bfloat16, device=device) * (1 if parameter.dim() == 1 else 0.02)
                setattr(module, key, torch.nn.Parameter(filled))
    rotary = type(model.model.rotary_emb)(config=model.config, device=device)
    model.model.rotary_emb = rotary
    return model


def adapted(model, dropout):
    return get_peft_model(model, LoraConfig(r=16, lora_alpha=32, lora_dropout=dropout, task_type="CAUSAL_LM",
                                            target_modules=[name.split(".")[1] for name in LINEAR]))


class Ours(Archive):
    """Lathe's program over weights of its own, which are made one by one."""

    def __init__(self, files, shape, way, device, dropout, chunk):
        size = SHAPES[shape]
        generator = torch.Generator(device).manual_seed(0)
        self.dropout = dropout
        self.make = torch.jit.load(str(files / "large/nf4_make.pt"), map_location=device) if way == "nf4" else None
        heads, kv, head = size["num_attention_heads"], size["num_key_value_heads"], size["head_dim"]
        width, inner = size["hidden_size"], size["intermediate_size"]
        maps = [(heads * head, width), (kv * head, width), (kv * head, width), (width, heads * head), (inner, width),
                (inner, width), (width, inner)]
        weights = [self.normal(size["vocab_size"], width, generator, device)]
        matrices = []
        for _ in range(size["num_hidden_layers"]):
            ones = torch.ones(width, dtype=torch.bfloat16, device=device)
            layer = [self.map(rows, columns, generator, device) for rows, columns in maps]
            weights += [ones] + layer[:4] + [ones.clone()] + layer[4:]
            for rows, columns in maps:
                matrices.append(torch.rand(16, columns, device=device, generator=generator) * 2e-2 - 1e-2)
                matrices.append(torch.zeros(rows, 16, device=device))
        weights.append(torch.ones(width, dtype=torch.bfloat16, device=device))
        if not size["tie_word_embeddings"]:
            weights.append(self.normal(size["vocab_size"], width, generator, device))
        self.make = None
        super().__init__(files / "large" / f"{shape}-{way}" / "program.pt", device, weights, matrices, SETTINGS, chunk)

    @staticmethod
    def normal(rows, columns, generator, device):
        return torch.randn(rows, columns, generator=generator, device=device, dtype=torch.bfloat16) * 0.02

    def map(self, rows, columns, generator, device):
        dense = self.normal(rows, columns, generator, device)
        return dense if self.make is None else self.make.quantize(dense, torch.tensor([1]))

    def scale(self, count):
        return torch.tensor([1.0 / count, self.dropout], dtype=torch.float64)

    def packed(self, documents):
        """Documents in one row, and where each ends."""
        flat = torch.cat([d[:-1] for d in documents]).unsqueeze(0).to(self.weights[0].device)
        return flat, torch.cumsum(torch.tensor([len(d) - 1 for d in documents]), 0)


def documents_of(options, vocab):
    """Inputs of documents that fill the rows together, and what they predict."""
    generator = torch.Generator().manual_seed(1)
    lengths, room = [], options.rows * options.length
    while room > 0:
        length = min(room, int(torch.randint(32, 513, (1,), generator=generator)))
        lengths.append(length)
        room -= length
    return [torch.randint(0, vocab, (length + 1,), generator=generator) for length in lengths]


def packed_against_padded(runner, documents, options):
    """How far gradients of packed documents are from those of padded ones, as a share of their length; and how far those of
    padded ones are from the same in another order, which is the noise of bf16."""
    device, longest = options.device, max(len(d) for d in documents) - 1
    ids = torch.zeros(len(documents), longest, dtype=torch.long)
    for i, document in enumerate(documents):
        ids[i, : len(document) - 1] = document[:-1]
    targets = torch.cat([d[1:] for d in documents]).to(device)
    scale = runner.scale(targets.numel())
    numbers = torch.tensor([1, runner.chunk])
    for i, matrix in enumerate(runner.matrices):
        if i % 2:
            matrix.normal_(0, 0.02)
    def padded(order):
        rows = torch.tensor(order)
        places = torch.cat([torch.arange(len(documents[j]) - 1) + i * longest for i, j in enumerate(order)])
        wanted = torch.cat([documents[j][1:] for j in order]).to(device)
        return runner.program.backward(ids[rows].to(device), places.to(device), wanted, runner.weights, runner.matrices, numbers,
                                       scale)

    def apart(one, other):
        flat = [torch.cat([g.flatten() for g in found[1:]]) for found in (one, other)]
        return float((flat[0] - flat[1]).norm() / flat[0].norm())

    straight = padded(list(range(len(documents))))
    turned = padded(list(range(len(documents)))[::-1])
    flat, ends = runner.packed(documents)
    packed = runner.program.backward(flat, torch.arange(flat.numel(), device=device), targets, runner.weights, runner.matrices,
                                     torch.cat([numbers, ends]), scale)
    print(f"packed loss {float(packed[0]):.5f}, padded {float(straight[0]):.5f}; gradients differ by "
          f"{apart(straight, packed):.1e}, those of another order by {apart(straight, turned):.1e}")


def runner_of(options):
    if options.way in OURS:
        chunk = max(2048, (1 << 28) // SHAPES[options.shape]["vocab_size"])
        return Ours(options.files, options.shape, options.way, options.device, options.dropout, chunk)
    model = adapted(model_of(options.shape, options.device, options.way == "bnb"), options.dropout)
    if options.way in ("checkpointing", "bnb"):
        model.gradient_checkpointing_enable(gradient_checkpointing_kwargs={"use_reentrant": False})
        model.enable_input_require_grads()
    peer = Peer(model, SETTINGS, autocast=True)
    if options.way == "compile":
        peer.model = torch.compile(peer.model)
    return peer


def measure(options):
    runner = runner_of(options)
    vocab = SHAPES[options.shape]["vocab_size"]
    ids = torch.randint(0, vocab, (options.rows, options.length + 1), device=options.device)
    count = options.rows * options.length
    batch = (ids[:, :-1].contiguous(), torch.arange(count, device=options.device), ids[:, 1:].reshape(-1))
    if options.way == "packed":
        documents = documents_of(options, vocab)
        if not options.dropout:
            packed_against_padded(runner, documents, options)
        flat, runner.ends = runner.packed(documents)
        batch = (flat, batch[1], torch.cat([d[1:] for d in documents]).to(options.device))
    torch.cuda.reset_peak_memory_stats()
    times = []
    for _ in range(options.steps):
        start = time.perf_counter()
        loss = runner.run(*batch)
        torch.cuda.synchronize()
        times.append(time.perf_counter() - start)
    middle = statistics.median(times[3:])
    memory = torch.cuda.max_memory_allocated() / 2 ** 30
    print(f"| {options.shape} | {options.way} | {options.dropout} | {middle * 1e3:.1f} | {count / middle:,.0f} | {memory:.2f} | "
          f"{loss:.3f} |", flush=True)


def all_ways(options):
    print(f"{torch.cuda.get_device_name()}, PyTorch {torch.__version__}")
    print("| shape | way | dropout | ms | tokens/s | GiB | last loss |\n|---|---|---|---|---|---|---|", flush=True)
    for shape in options.only.split(","):
        for way in options.ways.split(","):
            for dropout in options.dropouts.split(","):
                command = [sys.executable, __file__, "--files", str(options.files), "--shape", shape, "--way", way, "--dropout",
                           dropout, "--steps", str(options.steps)]
                done = subprocess.run(command, capture_output=True, text=True)
                print(done.stdout.strip() or f"| {shape} | {way} | {dropout} | {(done.stderr.strip() or '?').splitlines()[-1]} |",
                      flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=Path, default=Path("target/peer"))
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--only", default="1b,7b")
    parser.add_argument("--ways", default="kept,again,nf4,packed,eager,checkpointing,compile,bnb")
    parser.add_argument("--dropouts", default="0")
    parser.add_argument("--rows", type=int, default=4)
    parser.add_argument("--length", type=int, default=2048)
    parser.add_argument("--steps", type=int, default=12)
    parser.add_argument("--shape")
    parser.add_argument("--way")
    parser.add_argument("--dropout", type=float, default=0.0)
    options = parser.parse_args()
    torch.backends.cuda.matmul.allow_tf32 = False
    if options.way:
        measure(options)
    else:
        all_ways(options)
