# A stack of layers that normalise before each part: x + attention(norm(x)), then x + mlp(norm(x)).
# w: the embedding, LAYER_WEIGHTS tensors a layer, the last norm, and the head where it is not the embedding.
# r: LAYER_ADAPTERS tensors a layer (A and B in turn); one empty tensor where there is no adapter.

# Tensors in the type of the arithmetic; those that have it are passed on.
def to_compute(self, tensors: List[Tensor]) -> List[Tensor]:
  cast = annotate(List[Tensor], [])
  for t in tensors:
    cast.append(t.to(COMPUTE))
  return cast

def layer_weights(self, w: List[Tensor], layer: int) -> List[Tensor]:
  first = 1 + layer * LAYER_WEIGHTS
  return torch.slice(w, first, first + LAYER_WEIGHTS, 1)

def layer_adapters(self, r: List[Tensor], layer: int) -> List[Tensor]:
  return torch.slice(r, layer * LAYER_ADAPTERS, (layer + 1) * LAYER_ADAPTERS, 1)

# ids (B, T) -> (B, T, C)
def embed(self, ids: Tensor, w: List[Tensor]) -> Tensor:
  return torch.embedding(w[0], ids)

# One layer. x (B, T, C) -> (B, T, C)
def layer(self, x: Tensor, w: List[Tensor], r: List[Tensor], cos: Tensor, sin: Tensor, dropout: float) -> Tensor:
  x = x + self.attention(self.norm(x, w[INPUT_NORM]), w, r, cos, sin, dropout)
  return x + self.mlp(self.norm(x, w[POST_NORM]), w, r, dropout)

# The whole stack. Each layer seeds its own dropout, so that a step can be repeated without any generator's state.
# ids (B, T) -> (B · T, C), normalised: what the head multiplies
def hidden(self, ids: Tensor, w: List[Tensor], r: List[Tensor], dropout: float, seed: int) -> Tensor:
  x = self.embed(ids, w)
  cos, sin = self.angles(0, ids.size(1), x)
  for i in range(LAYERS):
    if dropout > 0.:
      torch.manual_seed(seed + i)
    x = self.layer(x, self.layer_weights(w, i), self.layer_adapters(r, i), cos, sin, dropout)
  h = self.norm(x, w[FINAL_NORM])
  return h.reshape([-1, h.size(-1)])
