# Layers that see only near tokens turn them as all others do.
def near(self, cos: Tensor, sin: Tensor, start: int, length: int, text: int, like: Tensor) -> Tuple[Tensor, Tensor]:
  return (cos, sin)
