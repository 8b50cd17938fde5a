# One linear map of the layer: y = x Wᵀ, and a bias where it has one. x (…, in), W (out, in) -> (…, out)
def NAME(self, x: Tensor, w: List[Tensor], r: List[Tensor], dropout: float) -> Tensor:
  return torch.linear(x, WEIGHTS)
