# Attention to the tokens that a mask leaves; without one the way is the plain one.

# Keys or values, one for each head of queries: kernels that take a mask take no groups. (B, K, S, D) -> (B, H, S, D)
def spread(self, x: Tensor) -> Tensor:
  return torch.repeat_interleave(x, HEADS // KV_HEADS, 1)

# Softmax of scores times values. q (B, T, H, D), k and v (B, S, K, D), mask (T, S) -> (B, T, H·D); causal means S = T.
def attend(self, q: Tensor, k: Tensor, v: Tensor, mask: Optional[Tensor], causal: bool) -> Tensor:
  if mask is None:
    y = torch.scaled_dot_product_attention(q.transpose(1, 2), k.transpose(1, 2), v.transpose(1, 2), None, 0., causal,
        scale=SCORE_SCALE, enable_gqa=GROUPED)
  else:
    seen = unchecked_cast(Tensor, mask)
    y = torch.scaled_dot_product_attention(q.transpose(1, 2), self.spread(k.transpose(1, 2)),
        self.spread(v.transpose(1, 2)), seen, 0., False, scale=SCORE_SCALE, enable_gqa=False)
  return y.transpose(1, 2).reshape([q.size(0), q.size(1), HEADS * HEAD_DIM])
