# Layers that see only near tokens turn them by angles of their own (gemma3).
def near(self, cos: Tensor, sin: Tensor, start: int, length: int, text: int, like: Tensor) -> Tuple[Tensor, Tensor]:
  return self.near_angles(start, length, text, like)
