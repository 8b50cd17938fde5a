# Rows of the table. ids (B, T), whose first stands at position start -> (B, T, C)
def embed(self, ids: Tensor, start: int, w: List[Tensor]) -> Tensor:
  return torch.embedding(w[0], ids)

# The same for documents that share a row.
def embed_apart(self, ids: Tensor, ends: List[int], w: List[Tensor]) -> Tensor:
  return self.embed(ids, 0, w)
