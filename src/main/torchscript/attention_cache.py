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

# ids (1, n), iargs [start] -> logits (V) of the token after the last one, float32
def advance(self, ids: Tensor, w: List[Tensor], r: List[Tensor], keys: List[Tensor], values: List[Tensor],
            iargs: Tensor) -> Tensor:
  start = int(iargs[0])
  x = self.embed(ids, w)
  rs = self.to_compute(r)
  cos, sin = self.angles(start, ids.size(1), x)
  for i in range(LAYERS):
    layer = self.layer_weights(w, i)
    adapter = self.layer_adapters(rs, i)
    h = self.norm(x, layer[INPUT_NORM])
    x = x + self.attention_cached(h, layer, adapter, cos, sin, keys[i], values[i], start)
    x = x + self.mlp(self.norm(x, layer[POST_NORM]), layer, adapter, 0.)
  h = self.norm(x[0, -1], w[FINAL_NORM])
  return torch.linear(h, w[HEAD]).to(6)
