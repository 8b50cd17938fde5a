"""Makes src/test/resources/golden/adamw8.json with bitsandbytes' own PyTorch form of its 8-bit blockwise Adam.

python src/peers/golden_adamw8.py [FILE]

A parameter of 4,100 numbers (the last block is not full), five steps with a weight decay, and a gradient that is zero in
a whole block: the maps, and after each step the parameter, the codes and the scales, as sums that tell a difference.
"""
import json
import sys
from pathlib import Path

import bitsandbytes
import torch
from bitsandbytes.backends.triton.kernels_optim import optimizer_update_8bit_blockwise_pytorch
from bitsandbytes.functional import create_dynamic_map

NUMBERS, STEPS = 4100, 5
SETTINGS = {"rate": 1e-2, "beta1": 0.9, "beta2": 0.95, "epsilon": 1e-8, "decay": 0.1, "factor": 0.5}


def start():
    return torch.sin(torch.arange(NUMBERS, dtype=torch.float64) * 0.37).float()


def gradient(step):
    i = torch.arange(NUMBERS, dtype=torch.float64)
    g = torch.cos(i * (0.11 + 0.07 * step)) * torch.exp(-((i % 97) / 9))
    g[512:768] = 0
    return g.float()


def golden():
    p = start()
    blocks = (NUMBERS + 255) // 256
    m, v = torch.zeros(NUMBERS, dtype=torch.uint8), torch.zeros(NUMBERS, dtype=torch.uint8)
    m_max, v_max = torch.zeros(blocks), torch.zeros(blocks)
    signed, unsigned = create_dynamic_map(signed=True), create_dynamic_map(signed=False)
    steps = []
    for step in range(STEPS):
        optimizer_update_8bit_blockwise_pytorch(
            p, gradient(step), m, v, SETTINGS["beta1"], SETTINGS["beta2"], 0.0, 0.0, SETTINGS["epsilon"], step + 1,
            SETTINGS["rate"], signed, unsigned, m_max, v_max, SETTINGS["decay"], SETTINGS["factor"], False,
            optimizer_name="adam")
        steps.append({"p": p[::41].tolist(), "m": m[::13].tolist(), "v": v[::13].tolist(), "m_max": m_max.tolist(),
                      "v_max": v_max.tolist()})
    return {"bitsandbytes": bitsandbytes.__version__, "torch": torch.__version__, "settings": SETTINGS,
            "numbers": NUMBERS, "signed": signed.tolist(), "unsigned": unsigned.tolist(), "steps": steps}


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "src/test/resources/golden/adamw8.json")
    target.write_text(json.dumps(golden()) + "\n")
