"""Makes the golden files of src/test/resources/golden/streams: texts without end, by transformers' own layers.

PYTHONPATH=… python src/peers/golden_stream.py [FAMILIES [FOLDER]]

The models are those of golden/families. Of each token only the first few tokens before it, the sinks, and the latest, the
window, are seen, and queries and keys are turned by their places among those: StreamingLLM's rule, done without any cache
by turning all anew for every query. Tokens come to transformers at position 0, where nothing turns; an attention function
of our own then turns them. Where positions are learned, a token begins at the place that it has when it comes.
"""
import json
import sys
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM
from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS

LENGTH = 30
POSITIONS = [2, 4, 7, 9, 12, 29]
CASES = [(7, 3), (4, 2), (6, 0)]
state = {}


def turned(module, query, keys, places):
    """Query at the last place, keys at all: (1, H, 1, D) and (1, K, n, D)."""
    model = state["model"].model
    kind = [module.layer_type] if model.config.model_type == "gemma3_text" else []
    cos, sin = model.rotary_emb(query, torch.tensor([places]), *kind)
    turn = sys.modules[type(model).__module__].apply_rotary_pos_emb
    # both shapes in one call: the family's own function turns each by the same angles
    wide = query.expand(-1, -1, len(places), -1)
    wide, keys = turn(wide, keys, cos, sin)
    return wide[:, :, -1:], keys


def unscaled(x):
    """Position 0 turns nothing, but some ropes have a factor on what turns, which is not all of a head everywhere."""
    rope = state["model"].model.rotary_emb
    factor = getattr(rope, "attention_scaling", 1.0)
    width = 2 * rope.inv_freq.numel() if factor != 1.0 else 0
    return torch.cat([x[..., :width] / factor, x[..., width:]], -1)


def by_places(module, query, key, value, attention_mask, scaling, softcap=None, sliding_window=None, **other):
    window, sinks = state["case"]
    learned = state["model"].config.model_type == "gpt2"
    if not learned:
        query, key = unscaled(query), unscaled(key)
    groups = query.size(1) // key.size(1)
    rows = []
    for t in range(query.size(2)):
        seen = [i for i in range(t + 1) if i < sinks or i > t - window]
        places = list(range(len(seen)))
        q, k, v = query[:, :, t:t + 1], key[:, :, seen], value[:, :, seen]
        if not learned:
            q, k = turned(module, q, k, places)
        scores = q @ k.repeat_interleave(groups, 1).transpose(2, 3) * scaling
        if softcap is not None:
            scores = torch.tanh(scores / softcap) * softcap
        if sliding_window is not None:
            # the model's own window, counted in places
            far = torch.tensor([place <= places[-1] - sliding_window for place in places])
            scores = scores.masked_fill(far, float("-inf"))
        rows.append(torch.softmax(scores, -1) @ v.repeat_interleave(groups, 1))
    return torch.cat(rows, 2).transpose(1, 2), None


def case_of(folder, window, sinks):
    model = AutoModelForCausalLM.from_pretrained(folder, attn_implementation="by_places").float().eval()
    state.update(model=model, case=(window, sinks))
    ids = torch.randint(0, model.config.vocab_size, (LENGTH,), generator=torch.Generator().manual_seed(7))
    places = torch.zeros(LENGTH, dtype=torch.long)
    if model.config.model_type == "gpt2":
        places = torch.arange(LENGTH).clamp(max=window + sinks - 1)
    with torch.no_grad():
        logits = model(input_ids=ids[None], position_ids=places[None], use_cache=False).logits[0, POSITIONS]
    return {"window": window, "sinks": sinks, "ids": ids.tolist(), "positions": POSITIONS,
            "logits": [[round(x, 7) for x in row] for row in logits.tolist()]}


if __name__ == "__main__":
    torch.set_num_threads(1)
    ALL_ATTENTION_FUNCTIONS.register("by_places", by_places)
    source = Path(sys.argv[1] if len(sys.argv) > 1 else "src/test/resources/golden/families")
    target = Path(sys.argv[2] if len(sys.argv) > 2 else "src/test/resources/golden/streams")
    target.mkdir(parents=True, exist_ok=True)
    for each in sorted(source.iterdir()):
        text = json.dumps([case_of(each, *case) for case in CASES])
        (target / f"{each.name}.json").write_text(text + "\n")
