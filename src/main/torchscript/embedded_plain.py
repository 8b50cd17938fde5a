# What enters the first layer. ids (B, T) -> (B, T, C)
def embedded(self, ids: Tensor, w: List[Tensor], seed: int) -> Tensor:
  return self.embed(ids, 0, w)
