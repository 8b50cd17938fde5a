# Rotary positions whose cosines and sines have a factor, as YaRN and LongRoPE have it for the sake of attention.

# Cosines and sines for positions start … start + length - 1 of a text, each (length, 1, R/2), in the type of like.
def ANGLES(self, start: int, length: int, text: int, like: Tensor) -> Tuple[Tensor, Tensor]:
  frequency = self.FREQUENCY(text, like)
  t = torch.arange(start, start + length, 1, dtype=6, device=like.device)
  angle = torch.outer(t, frequency).unsqueeze(1)
  return ((torch.cos(angle) * TURN_FACTOR).to(like.dtype), (torch.sin(angle) * TURN_FACTOR).to(like.dtype))
