# Turns all of each head. x (B, T, H, D) -> (B, T, H, D)
def rotate(self, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
  a, b = torch.split(x, ROTARY_DIM // 2, -1)
  return torch.cat([a * cos - b * sin, b * cos + a * sin], -1)

# Cosines or sines of positions within documents that share a row. (longest, 1, R/2) -> (T, 1, R/2)
def placed(self, turns: Tensor, ends: List[int]) -> Tensor:
  y = turns
  if len(ends) > 0:
    y = turns.index_select(0, self.positions(ends).to(turns.device))
  return y
