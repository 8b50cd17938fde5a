# Products of queries and keys bounded by c · tanh(score / c).
def bend(self, scores: Tensor) -> Tensor:
  return torch.tanh(scores / SCORE_CAP) * SCORE_CAP
