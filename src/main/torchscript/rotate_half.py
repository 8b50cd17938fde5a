# Turns all of each head. x (B, T, H, D) -> (B, T, H, D)
def rotate(self, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
  a, b = torch.split(x, ROTARY_DIM // 2, -1)
  return torch.cat([a * cos - b * sin, b * cos + a * sin], -1)
