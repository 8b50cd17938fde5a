# Texts side by side through layers that are all alike.

# Prompts. ids and t (B, n) -> (B, n, C), normalised
def prompts(self, ids: Tensor, t: Tensor, w: List[Tensor], r: List[Tensor], keys: List[Tensor], values: List[Tensor],
            lengths: List[int]) -> Tensor:
  x = self.embed_rows(ids, t, w)
  cos, sin = self.turns(t.to(6), lengths, x)
  for i in range(LAYERS):
    layer = self.layer_weights(w, i)
    adapter = self.layer_adapters(r, i)
    x = self.layer_prompts(x, layer, adapter, cos, sin, keys[i], values[i])
  return self.norm(x, FINAL_NORM)

# One token of each. ids and t (B, 1) -> (B, 1, C), normalised
def rows(self, ids: Tensor, t: Tensor, w: List[Tensor], r: List[Tensor], keys: List[Tensor], values: List[Tensor],
         longest: int, lengths: List[int]) -> Tensor:
  x = self.embed_rows(ids, t, w)
  cos, sin = self.turns(t.to(6), lengths, x)
  mask = self.rows_mask(t, longest, longest)
  for i in range(LAYERS):
    layer = self.layer_weights(w, i)
    adapter = self.layer_adapters(r, i)
    x = self.layer_rows(x, layer, adapter, cos, sin, mask, keys[i], values[i], t)
  return self.norm(x, FINAL_NORM)
