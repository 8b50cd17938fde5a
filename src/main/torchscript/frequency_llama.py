# Llama 3.1: waves shorter than a band stay, longer ones are FACTOR times slower, those within it in part, (R/2).
def FREQUENCY(self, length: int, like: Tensor) -> Tensor:
  i = torch.arange(0, ROTARY_DIM, 2, dtype=6, device=like.device)
  plain = torch.pow(ROPE_THETA, i / float(ROTARY_DIM)).reciprocal()
  wave = plain.reciprocal() * 6.283185307179586
  far = torch.where(torch.gt(wave, LONG_WAVE), plain / FACTOR, plain)
  kept = (wave.reciprocal() * ORIGINAL - LOW_FACTOR) / BAND_WIDTH
  between = torch.rsub(kept, 1.) * far / FACTOR + kept * far
  within = torch.logical_and(torch.ge(wave, SHORT_WAVE), torch.le(wave, LONG_WAVE))
  return torch.where(within, between, far)
