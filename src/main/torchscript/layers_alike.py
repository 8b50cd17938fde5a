# A stack of layers that all see everything before them. Each layer seeds its own dropout, so that a step can be repeated
# without any generator's state.
# ids (B, T) -> (B · T, C), normalised: what the head multiplies
def hidden(self, ids: Tensor, w: List[Tensor], r: List[Tensor], dropout: float, seed: int) -> Tensor:
  x = self.embedded(ids, w, seed)
  cos, sin = self.angles(0, ids.size(1), ids.size(1), x)
  for i in range(LAYERS):
    if dropout > 0.:
      torch.manual_seed(seed + i)
    x = self.layer(x, self.layer_weights(w, i), self.layer_adapters(r, i), cos, sin, dropout)
  h = self.norm(x, FINAL_NORM)
  return h.reshape([-1, h.size(-1)])
