# A stack of layers. Each seeds its own dropout, so that a step, or a layer of it, can be repeated without any
# generator's state.

# One layer. x (B, T, C), w and r its own tensors, places what all layers know of the text, ends where documents end that
# share a single row, else none -> (B, T, C)
def run(self, i: int, x: Tensor, w: List[Tensor], r: List[Tensor], places: List[Tensor], ends: List[int],
        dropout: float, seed: int) -> Tensor:
  if dropout > 0.:
    torch.manual_seed(seed + i)
  return self.layer_at(i, x, w, r, places, ends, dropout)

# (B, T, C) -> (B · T, C), normalised: what the head multiplies
def finish(self, x: Tensor, w: List[Tensor]) -> Tensor:
  h = self.norm(x, FINAL_NORM)
  return h.reshape([-1, h.size(-1)])

# No documents that share a row.
def whole(self) -> List[int]:
  return annotate(List[int], [])

# ids (B, T) -> (B · T, C). w and r have the type of the arithmetic.
def hidden(self, ids: Tensor, w: List[Tensor], r: List[Tensor], ends: List[int], dropout: float,
           seed: int) -> Tensor:
  x = self.embedded(ids, w, ends, seed)
  places = self.places(ids, x, ends)
  for i in range(LAYERS):
    x = self.run(i, x, self.layer_weights(w, i), self.layer_adapters(r, i), places, ends, dropout, seed)
  return self.finish(x, w)
