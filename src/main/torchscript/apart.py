# Documents one after another in a single row; ends tell where each ends, the last being the end of the row.

# The longest document, or the length of rows that are not shared.
def longest(self, ids: Tensor, ends: List[int]) -> int:
  most = 0
  start = 0
  for end in ends:
    most = max(most, end - start)
    start = end
  if len(ends) == 0:
    most = ids.size(1)
  return most

# Positions within each document, (T).
def positions(self, ends: List[int]) -> Tensor:
  parts = annotate(List[Tensor], [])
  start = 0
  for end in ends:
    parts.append(torch.arange(0, end - start, 1, dtype=4))
    start = end
  return torch.cat(parts)
