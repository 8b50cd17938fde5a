# Rows of the table, and for each position a row of another. ids (B, T), whose first stands at start -> (B, T, C)
def embed(self, ids: Tensor, start: int, w: List[Tensor]) -> Tensor:
  t = torch.arange(start, start + ids.size(1), 1, dtype=4, device=ids.device)
  return torch.embedding(w[0], ids) + torch.embedding(w[POSITIONS], t)

# The same for documents that share a row.
def embed_apart(self, ids: Tensor, ends: List[int], w: List[Tensor]) -> Tensor:
  if len(ends) == 0:
    x = self.embed(ids, 0, w)
  else:
    x = torch.embedding(w[0], ids) + torch.embedding(w[POSITIONS], self.positions(ends).to(ids.device))
  return x
