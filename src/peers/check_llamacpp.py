"""What llama.cpp makes of a GGUF file that Lathe wrote, beside the folder that it was written from.

    python src/peers/check_llamacpp.py FILE.gguf MODEL_DIR TEXTS.txt

Needs xllamacpp (llama.cpp in a wheel), gguf 0.19.0, tokenizers and numpy. Each line of the texts is cut by llama.cpp and by
Hugging Face's tokenizers, and continued greedily by llama.cpp and by a float32 forward pass over the folder in numpy.
Prints how many agree. Families: llama, mistral without a window, qwen2, qwen3.
"""

import json
import pathlib
import sys
import urllib.request

import numpy as np
import tokenizers
import xllamacpp as llama
from check_gguf import safetensors

MORE = 16


class Reference:
    """A Llama, Mistral, Qwen 2 or Qwen 3 with default rotary angles, without a cache: slow, short, independent of Lathe."""

    def __init__(self, folder):
        self.config = json.loads((folder / "config.json").read_text())
        self.weights = {name: data.astype(np.float32)
                        for part in sorted(folder.glob("model*.safetensors")) for name, data in safetensors(part)}

    def norm(self, x, name):
        scale = np.sqrt((x * x).mean(-1, keepdims=True) + self.config["rms_norm_eps"])
        return x / scale * self.weights[name + ".weight"]

    def heads(self, x, name, count):
        y = x @ self.weights[name + ".weight"].T + self.weights.get(name + ".bias", 0)
        y = y.reshape(len(x), count, -1).swapaxes(0, 1)
        norm = name.replace("_proj", "_norm")
        return self.norm(y, norm) if norm + ".weight" in self.weights else y

    def turn(self, x):
        half = x.shape[-1] // 2
        theta = self.config.get("rope_theta") or self.config["rope_parameters"]["rope_theta"]
        angles = np.arange(x.shape[1])[:, None] * theta ** (-np.arange(half) / half)
        cos, sin = np.cos(angles), np.sin(angles)
        a, b = x[..., :half], x[..., half:]
        return np.concatenate([a * cos - b * sin, b * cos + a * sin], -1)

    def layer(self, x, at):
        config, y = self.config, self.norm(x, at + "input_layernorm")
        count, shared = config["num_attention_heads"], config["num_key_value_heads"]
        q = self.turn(self.heads(y, at + "self_attn.q_proj", count))
        k = self.turn(self.heads(y, at + "self_attn.k_proj", shared)).repeat(count // shared, 0)
        v = self.heads(y, at + "self_attn.v_proj", shared).repeat(count // shared, 0)
        scores = q @ k.swapaxes(1, 2) / np.sqrt(q.shape[-1]) + np.triu(np.full((len(x), len(x)), -np.inf), 1)
        share = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = (share / share.sum(-1, keepdims=True) @ v).swapaxes(0, 1).reshape(len(x), -1)
        x = x + mixed @ self.weights[at + "self_attn.o_proj.weight"].T
        y = self.norm(x, at + "post_attention_layernorm")
        gate = y @ self.weights[at + "mlp.gate_proj.weight"].T
        up = y @ self.weights[at + "mlp.up_proj.weight"].T
        return x + (gate / (1 + np.exp(-gate)) * up) @ self.weights[at + "mlp.down_proj.weight"].T

    def greedy(self, ids):
        ids = list(ids)
        head = self.weights.get("lm_head.weight", self.weights["model.embed_tokens.weight"])
        for _ in range(MORE):
            x = self.weights["model.embed_tokens.weight"][ids]
            for number in range(self.config["num_hidden_layers"]):
                x = self.layer(x, f"model.layers.{number}.")
            ids.append(int((self.norm(x, "model.norm")[-1] @ head.T).argmax()))
        return ids[-MORE:]


def server(file):
    params = llama.CommonParams()
    params.model.path = str(file)
    params.n_ctx, params.n_parallel, params.warmup, params.port = 256, 1, False, 0
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 2
    return llama.Server(params)


def ask(running, path, **body):
    request = urllib.request.Request(running.listening_address + path, json.dumps(body).encode(),
                                     {"Content-Type": "application/json"})
    return json.loads(urllib.request.urlopen(request).read())["tokens"]


def main(file, folder, texts):
    running, reference = server(file), Reference(folder)
    peer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
    lines = [line for line in texts.read_text().splitlines() if line]
    same, equal, tokens = 0, 0, 0
    for line in lines:
        wanted, found = peer.encode(line).ids, ask(running, "/tokenize", content=line, add_special=True)
        same += wanted == found
        if wanted != found:
            print("cut otherwise:", repr(line), wanted, found)
        said = ask(running, "/completion", prompt=wanted[:64], n_predict=MORE, temperature=0, top_k=1, return_tokens=True)
        expected = reference.greedy(wanted[:64])
        equal += sum(a == b for a, b in zip(said, expected))
        tokens += len(said)
    print(f"{file}: {same} of {len(lines)} texts cut alike; {equal} of {tokens} greedy tokens equal")


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:]))
