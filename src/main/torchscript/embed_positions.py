# Rows of the table, and for each position a row of another. ids (B, T), whose first stands at start -> (B, T, C)
def embed(self, ids: Tensor, start: int, w: List[Tensor]) -> Tensor:
  t = torch.arange(start, start + ids.size(1), 1, dtype=4, device=ids.device)
  return torch.embedding(w[0], ids) + torch.embedding(w[POSITIONS], t)
