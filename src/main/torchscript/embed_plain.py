# Rows of the table. ids (B, T), whose first stands at position start -> (B, T, C)
def embed(self, ids: Tensor, start: int, w: List[Tensor]) -> Tensor:
  return torch.embedding(w[0], ids)
