# Angles of a text that is FACTOR times denser (Chen et al. 2023), (R/2) float32.
def FREQUENCY(self, length: int, like: Tensor) -> Tensor:
  i = torch.arange(0, ROTARY_DIM, 2, dtype=6, device=like.device)
  return torch.pow(ROPE_THETA, i / float(ROTARY_DIM)).reciprocal() / FACTOR
