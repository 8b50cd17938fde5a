# The gradient by raw scores, given that by capped ones c · tanh(z / c): times 1 - tanh²(z / c).
def slope(self, grad: Tensor, scores: Tensor) -> Tensor:
  bent = scores / LOGIT_CAP
  return grad.mul_(torch.rsub(bent * bent, 1.))
