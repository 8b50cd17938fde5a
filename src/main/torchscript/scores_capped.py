# Scores of all tokens as the next one, bounded by c · tanh(score / c). h (…, C), head (V, C) -> (…, V)
def scores(self, h: Tensor, head: Tensor) -> Tensor:
  return torch.tanh(torch.linear(h, head) / LOGIT_CAP) * LOGIT_CAP
