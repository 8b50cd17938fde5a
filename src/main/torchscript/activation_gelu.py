# x times the share of a normal distribution below x (Hendrycks and Gimpel 2016).
def activate(self, x: Tensor) -> Tensor:
  return torch.gelu(x, approximate="none")
