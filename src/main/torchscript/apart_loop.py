# Attention of documents that do not see each other, one by one.
def bounds(self, ends: List[int], like: Tensor) -> Tensor:
  return torch.empty([0], dtype=3, device=like.device)

# q (1, T, H, D), k and v (1, T, K, D) -> (1, T, H·D)
def attend_apart(self, q: Tensor, k: Tensor, v: Tensor, bounds: Tensor, ends: List[int]) -> Tensor:
  parts = annotate(List[Tensor], [])
  start = 0
  for end in ends:
    parts.append(self.attend(torch.slice(q, 1, start, end), torch.slice(k, 1, start, end),
        torch.slice(v, 1, start, end), True))
    start = end
  return torch.cat(parts, 1)
