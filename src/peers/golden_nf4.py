"""Makes src/test/resources/golden/nf4: weights of four bits as bitsandbytes makes them, and what PEFT makes of such a model.

pip install torch transformers peft bitsandbytes safetensors
python src/peers/golden_nf4.py [target folder]

tensors.safetensors: numbers, their bytes and factors, with and without double quantisation, and what they stand for.
model/ and double/: a tiny model as transformers writes it after loading in 4 bits; golden.json: its logits, and the losses of a
QLoRA training in fp32 beside it. base/: the model before.
"""
import json
import sys
from pathlib import Path

import bitsandbytes as bnb
import torch
from peft import LoraConfig, PeftModel, get_peft_model
from safetensors.torch import save_file
from transformers import BitsAndBytesConfig, LlamaConfig, LlamaForCausalLM

from golden_adapters import SETTINGS, STEPS, optimizer_of
from golden_tensors import flat, loss_of, rows_of

SHAPE = dict(vocab_size=59, hidden_size=32, intermediate_size=48, num_hidden_layers=2, num_attention_heads=4,
             num_key_value_heads=2, head_dim=8, max_position_embeddings=64, initializer_range=0.3, bos_token_id=1,
             eos_token_id=2, attn_implementation="eager", tie_word_embeddings=True)


def nearest(state, absmax):
    """The bytes of factors by bitsandbytes' own rule, that of its CUDA kernel and of its PyTorch fallback: the nearest code.

    Its processor kernel now and then takes the code beside it.
    """
    x = torch.nn.functional.pad(absmax - state.offset, (0, -absmax.numel() % 256)).view(-1, 256)
    scaled = (x * (1.0 / state.state2.absmax).unsqueeze(1)).flatten()[:absmax.numel()]
    code = state.state2.code
    found = torch.bucketize(scaled, (code[:-1] + code[1:]) / 2).to(torch.uint8)
    apart = (found.int() - state.absmax.int()).abs()
    assert apart.max() <= 1 and apart.float().mean() < 0.02
    return found


def tensors():
    generator = torch.Generator().manual_seed(2)
    x = torch.randn(104, 160, generator=generator) * torch.rand(104, 1, generator=generator)
    x[3] = 0
    x[4, :8] = torch.tensor([1.0, -1.0, 0.0, -0.0, 0.5, -0.5, 1e-30, 3.0])
    found = {"x": x, "half": x.to(torch.bfloat16)}
    for name, numbers in (("x", x), ("half", found["half"])):
        for double in (False, True):
            packed, state = bnb.functional.quantize_4bit(numbers, blocksize=64, compress_statistics=double, quant_type="nf4")
            prefix = f"{name}.{'double' if double else 'plain'}."
            if double:
                state.absmax = nearest(state, found[f"{name}.plain.absmax"])
            found[prefix + "packed"] = packed.reshape(-1)
            found[prefix + "absmax"] = state.absmax
            if name == "x":
                found[prefix + "dense"] = bnb.functional.dequantize_4bit(packed, state)
            if double:
                found[prefix + "nested"] = state.state2.absmax
                found[prefix + "offset"] = state.offset.reshape(1)
                found["table"] = state.state2.code
            found["codes"] = state.code
    return {key: value.contiguous() for key, value in found.items()}


def base_of():
    torch.manual_seed(6)
    model = LlamaForCausalLM(LlamaConfig(**SHAPE)).float()
    for parameter in model.parameters():
        if parameter.dim() == 1:
            torch.nn.init.uniform_(parameter, 0.5, 1.5)
    return model


def loaded(folder, double):
    config = BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_use_double_quant=double,
                                bnb_4bit_compute_dtype=torch.float32)
    return LlamaForCausalLM.from_pretrained(folder, quantization_config=config, dtype=torch.float32, device_map="cpu",
                                            attn_implementation="eager")


def train(model, steps):
    optimizer = optimizer_of(model, "qlora")
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


def golden(target, name, double):
    model = loaded(target / "base", double)
    model.save_pretrained(target / name)
    (target / name / "generation_config.json").unlink(missing_ok=True)
    ids = torch.tensor([[5, 1, 58, 8, 40, 3, 2, 17]])
    steps = rows_of(59, STEPS, 13, 12)
    with torch.no_grad():
        logits = model(input_ids=ids).logits
    torch.manual_seed(3)
    tuned = get_peft_model(model, LoraConfig(r=3, lora_alpha=7, target_modules="all-linear", task_type="CAUSAL_LM"))
    for key, parameter in tuned.named_parameters():
        if "lora_B" in key:
            torch.nn.init.normal_(parameter, 0, 0.2)
    tuned.save_pretrained(target / name / "adapter")
    (target / name / "adapter" / "README.md").unlink(missing_ok=True)
    losses, norms = train(tuned, steps)
    values = {"settings": SETTINGS, "ids": ids[0].tolist(), "logits": flat(logits), "lora_losses": losses,
              "lora_norms": norms, "steps": steps}
    (target / name / "golden.json").write_text(json.dumps(values) + "\n")


if __name__ == "__main__":
    torch.set_num_threads(1)
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "src/test/resources/golden/nf4")
    folder.mkdir(parents=True, exist_ok=True)
    save_file(tensors(), folder / "tensors.safetensors")
    base_of().save_pretrained(folder / "base")
    (folder / "base" / "generation_config.json").unlink(missing_ok=True)
    golden(folder, "plain", False)
    golden(folder, "double", True)
