# Texts side by side where some layers see only the nearest tokens.

# Prompts. ids and t (B, n) -> (B, n, C), normalised
def prompts(self, ids: Tensor, t: Tensor, w: List[Tensor], r: List[Tensor], keys: List[Tensor], values: List[Tensor],
            lengths: List[int]) -> Tensor:
  x = self.embed_rows(ids, t, w)
  cos, sin = self.turns(t.to(6), lengths, x)
  near_cos, near_sin = self.near_turns(t.to(6), lengths, x)
  mask = self.window(ids.size(1), x)
  near = self.near_layers()
  for i in range(LAYERS):
    layer = self.layer_weights(w, i)
    adapter = self.layer_adapters(r, i)
    if near[i]:
      x = self.layer_prompts(x, layer, adapter, near_cos, near_sin, mask, keys[i], values[i])
    else:
      x = self.layer_prompts(x, layer, adapter, cos, sin, None, keys[i], values[i])
  return self.norm(x, FINAL_NORM)

# One token of each. ids and t (B, 1) -> (B, 1, C), normalised
def rows(self, ids: Tensor, t: Tensor, w: List[Tensor], r: List[Tensor], keys: List[Tensor], values: List[Tensor],
         longest: int, lengths: List[int]) -> Tensor:
  x = self.embed_rows(ids, t, w)
  cos, sin = self.turns(t.to(6), lengths, x)
  near_cos, near_sin = self.near_turns(t.to(6), lengths, x)
  mask = self.rows_mask(t, longest, longest)
  near_mask = self.rows_mask(t, longest, WINDOW)
  near = self.near_layers()
  for i in range(LAYERS):
    layer = self.layer_weights(w, i)
    adapter = self.layer_adapters(r, i)
    if near[i]:
      x = self.layer_rows(x, layer, adapter, near_cos, near_sin, near_mask, keys[i], values[i], t)
    else:
      x = self.layer_rows(x, layer, adapter, cos, sin, mask, keys[i], values[i], t)
  return self.norm(x, FINAL_NORM)
