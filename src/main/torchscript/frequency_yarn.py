# YaRN (Peng et al. 2023): pairs that turn often stay, those that turn seldom are divided by FACTOR, (R/2) float32.
def FREQUENCY(self, length: int, like: Tensor) -> Tensor:
  i = torch.arange(0, ROTARY_DIM, 2, dtype=6, device=like.device)
  wave = torch.pow(ROPE_THETA, i / float(ROTARY_DIM))
  pair = torch.arange(0, ROTARY_DIM // 2, 1, dtype=6, device=like.device)
  ramp = torch.clamp((pair - RAMP_FIRST) / RAMP_WIDTH, 0., 1.)
  kept = torch.rsub(ramp, 1.)
  return (wave * FACTOR).reciprocal() * torch.rsub(kept, 1.) + wave.reciprocal() * kept
