# Generation: keys and values of earlier tokens are kept, so each new token costs one row.

# x (B, n, C); keys and values (B, longest, K, D) are filled in place from position start on. start = 0 or n = 1.
def attention_cached(self, x: Tensor, w: List[Tensor], r: List[Tensor], cos: Tensor, sin: Tensor,
                     keys: Tensor, values: Tensor, start: int) -> Tensor:
  q, k, v = self.project(x, w, r, cos, sin, 0.)
  end = start + x.size(1)
  torch.slice(keys, 1, start, end).copy_(k)
  torch.slice(values, 1, start, end).copy_(v)
  y = self.attend(q, torch.slice(keys, 1, 0, end), torch.slice(values, 1, 0, end), x.size(1) > 1)
  return self.o_proj(y, w, r, 0.)

# One layer of new tokens. x (B, n, C) -> (B, n, C)
def layer_cached(self, x: Tensor, w: List[Tensor], r: List[Tensor], cos: Tensor, sin: Tensor,
                 keys: Tensor, values: Tensor, start: int) -> Tensor:
  y = self.attention_cached(self.norm(x, INPUT_NORM), w, r, cos, sin, keys, values, start)
  return self.fed(self.attended(x, y, w), w, r, 0.)

# Angles that depend on the length of the text are those of the longest that there is room for.
# ids (1, n), iargs [start] -> logits (V) of the token after the last one, float32
def advance(self, ids: Tensor, w: List[Tensor], r: List[Tensor], keys: List[Tensor], values: List[Tensor],
            iargs: Tensor) -> Tensor:
  start = int(iargs[0])
  x = self.embed(ids, start, w)
  cos, sin = self.angles(start, ids.size(1), keys[0].size(1), x)
  for i in range(LAYERS):
    x = self.layer_cached(x, self.layer_weights(w, i), self.layer_adapters(r, i), cos, sin, keys[i], values[i], start)
  h = self.norm(x[0, -1], FINAL_NORM)
  return self.scores(h, w[HEAD]).to(6)
