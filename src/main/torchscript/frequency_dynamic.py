# Angles from a base that grows once the text is longer than ORIGINAL tokens (NTK-aware scaling), (R/2) float32.
def FREQUENCY(self, length: int, like: Tensor) -> Tensor:
  i = torch.arange(0, ROTARY_DIM, 2, dtype=6, device=like.device)
  longest = torch.full([], float(max(length, ORIGINAL)), dtype=6, device=like.device)
  stretch = torch.pow(longest * FACTOR / float(ORIGINAL) - (FACTOR - 1.), float(ROTARY_DIM) / float(ROTARY_DIM - 2))
  return torch.pow(stretch * ROPE_THETA, i / float(ROTARY_DIM)).reciprocal()
