# Queries and keys of each head normalised by themselves (Henry et al. 2020), before they turn.
def heads(self, x: Tensor, w: List[Tensor], r: List[Tensor], dropout: float) -> Tuple[Tensor, Tensor, Tensor]:
  q, k, v = self.raw_heads(x, w, r, dropout)
  return (self.norm(q, QUERY_NORM), self.norm(k, KEY_NORM), v)
