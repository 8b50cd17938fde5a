# Root mean square norm with a factor of 1 + w, all in float32 and rounded at the end (gemma). x (…, C), w (C) -> (…, C)
def norm(self, x: Tensor, w: Tensor) -> Tensor:
  return torch.rms_norm(x.to(6), [x.size(-1)], w.to(6) + 1., NORM_EPS).to(x.dtype)
