# Root mean square norm (Zhang and Sennrich 2019): computed in float32, rounded, then scaled.
# x (…, C), w (C) -> (…, C)
def norm(self, x: Tensor, w: Tensor) -> Tensor:
  return torch.rms_norm(x, [x.size(-1)], w, NORM_EPS)
