# x where it is positive, else 0.
def activate(self, x: Tensor) -> Tensor:
  return torch.relu(x)
