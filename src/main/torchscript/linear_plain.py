# One linear map of the layer: y = x Wᵀ. x (…, in), W (out, in) -> (…, out)
def NAME(self, x: Tensor, w: List[Tensor], r: List[Tensor], dropout: float) -> Tensor:
  return torch.linear(x, w[WEIGHT])
