# Queries, keys and values from three matrices; keys and values may have fewer heads (Ainslie et al. 2023).

# x (B, T, C) -> queries (B, T, H, D), keys and values (B, T, K, D), already turned to their positions
def project(self, x: Tensor, w: List[Tensor], r: List[Tensor], cos: Tensor, sin: Tensor,
            dropout: float) -> Tuple[Tensor, Tensor, Tensor]:
  B = x.size(0)
  T = x.size(1)
  q = self.q_proj(x, w, r, dropout).view([B, T, HEADS, HEAD_DIM])
  k = self.k_proj(x, w, r, dropout).view([B, T, KV_HEADS, HEAD_DIM])
  v = self.v_proj(x, w, r, dropout).view([B, T, KV_HEADS, HEAD_DIM])
  return (self.rotate(q, cos, sin), self.rotate(k, cos, sin), v)

# Softmax of scores times values. q (B, T, H, D), k and v (B, S, K, D) -> (B, T, H·D); causal means S = T.
def attend(self, q: Tensor, k: Tensor, v: Tensor, causal: bool) -> Tensor:
  y = torch.scaled_dot_product_attention(q.transpose(1, 2), k.transpose(1, 2), v.transpose(1, 2), None, 0., causal,
      scale=None, enable_gqa=GROUPED)
  return y.transpose(1, 2).reshape([q.size(0), q.size(1), HEADS * HEAD_DIM])

# x (B, T, C) -> (B, T, C)
def attention(self, x: Tensor, w: List[Tensor], r: List[Tensor], cos: Tensor, sin: Tensor, dropout: float) -> Tensor:
  q, k, v = self.project(x, w, r, cos, sin, dropout)
  return self.o_proj(self.attend(q, k, v, True), w, r, dropout)
