# Scores of all tokens as the next one. h (…, C), head (V, C) -> (…, V)
def scores(self, h: Tensor, head: Tensor) -> Tensor:
  return torch.linear(h, head)
