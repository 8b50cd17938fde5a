# A stack of layers of which some see only the nearest tokens, and may turn them by other angles. Each layer seeds its
# own dropout, so that a step can be repeated without any generator's state.

# Which layers they are.
def near_layers(self) -> List[bool]:
  return annotate(List[bool], NEAR_LAYERS)

# What those layers see of a text, (T, T); None where it is not longer than the window.
def window(self, length: int, like: Tensor) -> Optional[Tensor]:
  if length <= WINDOW:
    mask = annotate(Optional[Tensor], None)
  else:
    q = torch.arange(0, length, 1, dtype=4, device=like.device).unsqueeze(1)
    k = torch.arange(0, length, 1, dtype=4, device=like.device).unsqueeze(0)
    mask = annotate(Optional[Tensor], torch.logical_and(torch.le(k, q), torch.gt(k, q - WINDOW)))
  return mask

# ids (B, T) -> (B · T, C), normalised: what the head multiplies
def hidden(self, ids: Tensor, w: List[Tensor], r: List[Tensor], dropout: float, seed: int) -> Tensor:
  x = self.embedded(ids, w, seed)
  cos, sin = self.angles(0, ids.size(1), ids.size(1), x)
  near_cos, near_sin = self.near(cos, sin, 0, ids.size(1), ids.size(1), x)
  mask = self.window(ids.size(1), x)
  near = self.near_layers()
  for i in range(LAYERS):
    if dropout > 0.:
      torch.manual_seed(seed + i)
    layer = self.layer_weights(w, i)
    adapter = self.layer_adapters(r, i)
    if near[i]:
      x = self.layer(x, layer, adapter, near_cos, near_sin, mask, dropout)
    else:
      x = self.layer(x, layer, adapter, cos, sin, None, dropout)
  h = self.norm(x, FINAL_NORM)
  return h.reshape([-1, h.size(-1)])
