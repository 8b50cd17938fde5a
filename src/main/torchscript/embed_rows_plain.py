# What tokens begin as, wherever they stand. ids (B, n), t (B, n) positions -> (B, n, C)
def embed_rows(self, ids: Tensor, t: Tensor, w: List[Tensor]) -> Tensor:
  return self.embed(ids, 0, w)
