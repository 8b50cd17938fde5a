# What all decoders are made of.
# w: the embedding, LAYER_WEIGHTS tensors a layer, the last norm, the head where it is not the embedding, and the table
# of positions where there is one. r: LAYER_ADAPTERS tensors a layer, made ready; one empty tensor without adapter.

# Tensors in the type of the arithmetic; those that have it, and those that are bytes, are passed on.
def to_compute(self, tensors: List[Tensor]) -> List[Tensor]:
  cast = annotate(List[Tensor], [])
  for t in tensors:
    if t.dtype == 0:
      cast.append(t)
    else:
      cast.append(t.to(COMPUTE))
  return cast

def layer_weights(self, w: List[Tensor], layer: int) -> List[Tensor]:
  first = 1 + layer * LAYER_WEIGHTS
  return torch.slice(w, first, first + LAYER_WEIGHTS, 1)

def layer_adapters(self, r: List[Tensor], layer: int) -> List[Tensor]:
  return torch.slice(r, layer * LAYER_ADAPTERS, (layer + 1) * LAYER_ADAPTERS, 1)

# One layer. x (B, T, C) -> (B, T, C)
def layer(self, x: Tensor, w: List[Tensor], r: List[Tensor], TYPED_PLACES, dropout: float) -> Tensor:
  x = self.attended(x, self.attention(self.norm(x, INPUT_NORM), w, r, PLACES, dropout), w)
  return self.fed(x, w, r, dropout)
