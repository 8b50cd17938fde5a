# Rotary positions (Su et al. 2021) in the "half" layout of Llama: element i turns together with i + D/2.

# Cosines and sines for positions start … start + length - 1 of a text, each (length, 1, R/2), in the type of like.
def ANGLES(self, start: int, length: int, text: int, like: Tensor) -> Tuple[Tensor, Tensor]:
  frequency = self.FREQUENCY(text, like)
  t = torch.arange(start, start + length, 1, dtype=6, device=like.device)
  angle = torch.outer(t, frequency).unsqueeze(1)
  return (torch.cos(angle).to(like.dtype), torch.sin(angle).to(like.dtype))
