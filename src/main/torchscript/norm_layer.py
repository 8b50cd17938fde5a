# Layer norm (Ba et al. 2016). x (…, C), weight and bias (C) -> (…, C)
def norm(self, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
  return torch.layer_norm(x, [x.size(-1)], w, b, NORM_EPS, False)
