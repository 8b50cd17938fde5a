# Rows of the table times a factor, which is rounded to their type first as the peer has it.
def embed(self, ids: Tensor, start: int, w: List[Tensor]) -> Tensor:
  x = torch.embedding(w[0], ids)
  return x * torch.full([], EMBED_SCALE, dtype=x.dtype, device=x.device)

# The same for documents that share a row.
def embed_apart(self, ids: Tensor, ends: List[int], w: List[Tensor]) -> Tensor:
  return self.embed(ids, 0, w)
