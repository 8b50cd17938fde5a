# Softmax of scores times values. q (B, T, H, D), k and v (B, S, K, D) -> (B, T, H·D); causal means S = T.
def attend(self, q: Tensor, k: Tensor, v: Tensor, causal: bool) -> Tensor:
  y = torch.scaled_dot_product_attention(q.transpose(1, 2), k.transpose(1, 2), v.transpose(1, 2), None, 0., causal,
      scale=SCORE_SCALE, enable_gqa=GROUPED)
  return y.transpose(1, 2).reshape([q.size(0), q.size(1), HEADS * HEAD_DIM])
