"""Opens adapters that Lathe wrote with PEFT and compares what they score.

mvn test -Dtest=PeerAdaptersTest            # writes target/peer/adapters
python src/peers/check_adapters.py [target/peer/adapters]
"""
import json
import sys
from pathlib import Path

import torch
from peft import PeftModel
from transformers import AutoModelForCausalLM

BOUND = 2e-5

folder = Path(sys.argv[1] if len(sys.argv) > 1 else "target/peer/adapters")
for file in sorted(folder.glob("*.json")):
    expected = json.loads(file.read_text())
    adapter = folder / file.stem
    base = json.loads((adapter / "adapter_config.json").read_text())["base_model_name_or_path"]
    model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.float32, attn_implementation="eager")
    model = PeftModel.from_pretrained(model, adapter)
    with torch.no_grad():
        logits = model(input_ids=torch.tensor([expected["ids"]])).logits.flatten()
    apart = (logits - torch.tensor(expected["logits"])).abs().max().item()
    print(f"{file.stem}: largest difference {apart:.2e}")
    assert apart < BOUND, file.stem
