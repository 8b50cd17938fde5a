# x · sigmoid(x) (Elfwing et al. 2018).
def activate(self, x: Tensor) -> Tensor:
  return torch.silu(x)
