# Rotary positions (Su et al. 2021) in the "half" layout of Llama: element i turns together with i + D/2.

# Cosines and sines for positions start … start + length - 1, each (length, 1, D/2), in the type of like.
def angles(self, start: int, length: int, like: Tensor) -> Tuple[Tensor, Tensor]:
  i = torch.arange(0, HEAD_DIM, 2, dtype=6, device=like.device)
  frequency = torch.pow(ROPE_THETA, i / float(HEAD_DIM)).reciprocal()
  t = torch.arange(start, start + length, 1, dtype=6, device=like.device)
  angle = torch.outer(t, frequency).unsqueeze(1)
  return (torch.cos(angle).to(like.dtype), torch.sin(angle).to(like.dtype))

# x (B, T, H, D) -> (B, T, H, D)
def rotate(self, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
  a, b = torch.split(x, HEAD_DIM // 2, -1)
  return torch.cat([a * cos - b * sin, b * cos + a * sin], -1)
