# LongRoPE (Ding et al. 2024): each pair has a divisor, from one list up to ORIGINAL tokens and from another beyond.
def FREQUENCY(self, length: int, like: Tensor) -> Tensor:
  i = torch.arange(0, ROTARY_DIM, 2, dtype=6, device=like.device)
  divisors = annotate(List[float], SHORT_FACTORS)
  if length > ORIGINAL:
    divisors = annotate(List[float], LONG_FACTORS)
  stretch = torch.tensor(divisors, dtype=6, device=like.device)
  return (torch.pow(ROPE_THETA, i / float(ROTARY_DIM)) * stretch).reciprocal()
