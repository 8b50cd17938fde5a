# Queries, keys and values from three matrices; keys and values may have fewer heads (Ainslie et al. 2023).
# x (B, T, C) -> queries (B, T, H, D), keys and values (B, T, K, D)
def SPLIT(self, x: Tensor, w: List[Tensor], r: List[Tensor], dropout: float) -> Tuple[Tensor, Tensor, Tensor]:
  B = x.size(0)
  T = x.size(1)
  q = self.q_proj(x, w, r, dropout).view([B, T, HEADS, HEAD_DIM])
  k = self.k_proj(x, w, r, dropout).view([B, T, KV_HEADS, HEAD_DIM])
  v = self.v_proj(x, w, r, dropout).view([B, T, KV_HEADS, HEAD_DIM])
  return (q, k, v)
