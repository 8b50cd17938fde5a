# Rows of the table, and for each position a row of another. ids (B, n), t (B, n) positions -> (B, n, C)
def embed_rows(self, ids: Tensor, t: Tensor, w: List[Tensor]) -> Tensor:
  return torch.embedding(w[0], ids) + torch.embedding(w[POSITIONS], t)
