# GELU by its approximation with a hyperbolic tangent.
def activate(self, x: Tensor) -> Tensor:
  return torch.gelu(x, approximate="tanh")
