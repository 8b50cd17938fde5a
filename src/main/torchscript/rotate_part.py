# Turns the first R numbers of each head and leaves the rest. x (B, T, H, D) -> (B, T, H, D)
def rotate(self, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
  a, b, rest = torch.split_with_sizes(x, [ROTARY_DIM // 2, ROTARY_DIM // 2, HEAD_DIM - ROTARY_DIM], -1)
  return torch.cat([a * cos - b * sin, b * cos + a * sin, rest], -1)

# Cosines or sines of positions within documents that share a row. (longest, 1, R/2) -> (T, 1, R/2)
def placed(self, turns: Tensor, ends: List[int]) -> Tensor:
  y = turns
  if len(ends) > 0:
    y = turns.index_select(0, self.positions(ends).to(turns.device))
  return y
