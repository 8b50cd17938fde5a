# What enters the first layer. ids (B, T) -> (B, T, C)
def embedded(self, ids: Tensor, w: List[Tensor], ends: List[int], seed: int) -> Tensor:
  return self.embed_apart(ids, ends, w)
