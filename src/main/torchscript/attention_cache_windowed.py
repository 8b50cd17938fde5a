# Generation where some layers see only the nearest tokens.

# x (B, n, C); keys and values (B, longest, K, D) are filled in place from position start on. start = 0 or n = 1.
# A new token sees itself and up to most - 1 tokens before it; mask (n, n) says the same of several new ones.
def attention_cached(self, x: Tensor, w: List[Tensor], r: List[Tensor], cos: Tensor, sin: Tensor,
                     mask: Optional[Tensor], keys: Tensor, values: Tensor, start: int, most: int) -> Tensor:
  q, k, v = self.project(x, w, r, cos, sin, 0.)
  end = start + x.size(1)
  torch.slice(keys, 1, start, end).copy_(k)
  torch.slice(values, 1, start, end).copy_(v)
  first = 0
  if x.size(1) == 1:
    first = max(0, end - most)
  y = self.attend(q, torch.slice(keys, 1, first, end), torch.slice(values, 1, first, end), mask, x.size(1) > 1)
  return self.o_proj(y, w, r, 0.)

# One layer of new tokens. x (B, n, C) -> (B, n, C)
def layer_cached(self, x: Tensor, w: List[Tensor], r: List[Tensor], cos: Tensor, sin: Tensor, mask: Optional[Tensor],
                 keys: Tensor, values: Tensor, start: int, most: int) -> Tensor:
  y = self.attention_cached(self.norm(x, INPUT_NORM), w, r, cos, sin, mask, keys, values, start, most)
  return self.fed(self.attended(x, y, w), w, r, 0.)

# Angles that depend on the length of the text are those of the longest that there is room for.
# ids (1, n), iargs [start] -> logits (V) of the token after the last one, float32
def advance(self, ids: Tensor, w: List[Tensor], r: List[Tensor], keys: List[Tensor], values: List[Tensor],
            iargs: Tensor) -> Tensor:
  start = int(iargs[0])
  n = ids.size(1)
  x = self.embed(ids, start, w)
  longest = keys[0].size(1)
  cos, sin = self.angles(start, n, longest, x)
  near_cos, near_sin = self.near(cos, sin, start, n, longest, x)
  mask = self.window(n, x)
  near = self.near_layers()
  for i in range(LAYERS):
    layer = self.layer_weights(w, i)
    adapter = self.layer_adapters(r, i)
    if near[i]:
      x = self.layer_cached(x, layer, adapter, near_cos, near_sin, mask, keys[i], values[i], start, WINDOW)
    else:
      x = self.layer_cached(x, layer, adapter, cos, sin, None, keys[i], values[i], start, start + n)
  h = self.norm(x[0, -1], FINAL_NORM)
  return self.scores(h, w[HEAD]).to(6)
