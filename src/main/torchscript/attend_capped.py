# Attention whose scores are bounded by c · tanh(score / c) (gemma2), which no fused kernel does.

# Keys or values, one for each head of queries. (B, K, S, D) -> (B, H, S, D)
def spread(self, x: Tensor) -> Tensor:
  return torch.repeat_interleave(x, HEADS // KV_HEADS, 1)

# Softmax of scores times values. q (B, T, H, D), k and v (B, S, K, D), mask (T, S) -> (B, T, H·D); causal means S = T.
def attend(self, q: Tensor, k: Tensor, v: Tensor, mask: Optional[Tensor], causal: bool) -> Tensor:
  keys = self.spread(k.transpose(1, 2))
  scores = torch.matmul(q.transpose(1, 2), keys.transpose(2, 3)) * SCORE_SCALE
  scores = (torch.tanh(scores / SCORE_CAP) * SCORE_CAP).to(6)
  if mask is None:
    if causal:
      order = torch.ones([q.size(1), k.size(1)], dtype=11, device=q.device).tril()
      scores = scores.masked_fill(torch.logical_not(order), -1e30)
  else:
    scores = scores.masked_fill(torch.logical_not(unchecked_cast(Tensor, mask)), -1e30)
  p = torch.softmax(scores, -1).to(q.dtype)
  y = torch.matmul(p, self.spread(v.transpose(1, 2)))
  return y.transpose(1, 2).reshape([q.size(0), q.size(1), HEADS * HEAD_DIM])
