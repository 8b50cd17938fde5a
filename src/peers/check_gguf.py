"""What PyPI's gguf sees in a GGUF file that Lathe wrote, beside the folder that it was written from.

    python src/peers/check_gguf.py FILE.gguf MODEL_DIR

Needs gguf 0.19.0 and numpy. Opens the file with GGUFReader, quantises the folder's own tensors with the peer's quantiser,
with rows of the query and key maps in llama.cpp's order, and compares all bytes; then holds the metadata against the
folder's config.json and tokenizer.json. Ends with an error at the first difference.
"""

import json
import pathlib
import struct
import sys

import gguf
import numpy as np

NAMES = {"model.embed_tokens": "token_embd", "model.norm": "output_norm", "lm_head": "output", "input_layernorm": "attn_norm",
         "self_attn.q_proj": "attn_q", "self_attn.k_proj": "attn_k", "self_attn.v_proj": "attn_v", "self_attn.q_norm": "attn_q_norm", "self_attn.k_norm": "attn_k_norm",
         "self_attn.o_proj": "attn_output", "post_attention_layernorm": "ffn_norm", "mlp.gate_proj": "ffn_gate",
         "mlp.up_proj": "ffn_up", "mlp.down_proj": "ffn_down"}
KEYS = {"block_count": "num_hidden_layers", "context_length": "max_position_embeddings", "embedding_length": "hidden_size",
        "feed_forward_length": "intermediate_size", "attention.head_count": "num_attention_heads",
        "attention.head_count_kv": "num_key_value_heads", "attention.key_length": "head_dim", "rope.freq_base": "rope_theta",
        "attention.layer_norm_rms_epsilon": "rms_norm_eps", "vocab_size": "vocab_size"}


def safetensors(file):
    raw = file.read_bytes()
    length = struct.unpack("<Q", raw[:8])[0]
    for name, place in json.loads(raw[8:8 + length]).items():
        if name != "__metadata__":
            begin, end = (8 + length + at for at in place["data_offsets"])
            yield name, numbers(raw[begin:end], place["dtype"]).reshape(place["shape"])


def numbers(raw, kind):
    if kind == "BF16":
        return (np.frombuffer(raw, np.uint16).astype(np.uint32) << 16).view(np.float32)
    return np.frombuffer(raw, {"F32": np.float32, "F16": np.float16}[kind]).astype(np.float32)


def peer_name(name):
    module, kind = name.rsplit(".", 1)
    if module in NAMES:
        return f"{NAMES[module]}.{kind}"
    layer, part = module.removeprefix("model.layers.").split(".", 1)
    return f"blk.{layer}.{NAMES[part]}.{kind}"


def turned(name, data, config):
    """Halves of a head beside each other, as the converter of llama.cpp has it."""
    heads = {"q_proj": "num_attention_heads", "k_proj": "num_key_value_heads"}
    key = next((heads[part] for part in heads if part in name), None)
    if key is None or config["model_type"].startswith("qwen"):
        return data
    count = config[key]
    return data.reshape(count, 2, len(data) // count // 2, -1).swapaxes(1, 2).reshape(data.shape)


def main(file, folder):
    reader = gguf.GGUFReader(file)
    config = json.loads((folder / "config.json").read_text())
    found = {tensor.name: tensor for tensor in reader.tensors}
    wanted = {peer_name(name): turned(name, data, config)
              for part in sorted(folder.glob("model*.safetensors")) for name, data in safetensors(part)}
    assert found.keys() == wanted.keys(), found.keys() ^ wanted.keys()
    kinds = {}
    for name, tensor in found.items():
        data = wanted[name]
        assert list(reversed(tensor.shape.tolist())) == list(data.shape), name
        assert gguf.quantize(data, tensor.tensor_type).tobytes() == tensor.data.tobytes(), name
        kinds[tensor.tensor_type.name] = kinds.get(tensor.tensor_type.name, 0) + 1
    family = reader.get_field("general.architecture").contents()
    config.setdefault("head_dim", config["hidden_size"] // config["num_attention_heads"])
    config.setdefault("rope_theta", config.get("rope_parameters", {}).get("rope_theta"))
    for key, of in KEYS.items():
        assert np.float32(reader.get_field(f"{family}.{key}").contents()) == np.float32(config[of]), key
    tokens = reader.get_field("tokenizer.ggml.tokens").contents()
    vocab = json.loads((folder / "tokenizer.json").read_text())["model"]["vocab"]
    pieces = dict(vocab) if isinstance(vocab, dict) else {piece[0]: id for id, piece in enumerate(vocab)}
    assert len(tokens) == config["vocab_size"] and all(tokens[id] == piece for piece, id in pieces.items())
    print(f"{file}: {len(found)} tensors with the peer's bytes {kinds}, {len(KEYS)} keys of the shape, {len(tokens)} tokens")
    for key, field in reader.fields.items():
        print("  ", key, str(field.contents())[:100])


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
