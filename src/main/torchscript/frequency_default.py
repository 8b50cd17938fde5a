# Angle by which each pair turns from one position to the next, (R/2) float32; length is that of the whole text.
def FREQUENCY(self, length: int, like: Tensor) -> Tensor:
  i = torch.arange(0, ROTARY_DIM, 2, dtype=6, device=like.device)
  return torch.pow(ROPE_THETA, i / float(ROTARY_DIM)).reciprocal()
