# Queries, keys and values from one matrix, in this order.
# x (B, T, C) -> queries (B, T, H, D), keys and values (B, T, K, D)
def SPLIT(self, x: Tensor, w: List[Tensor], r: List[Tensor], dropout: float) -> Tuple[Tensor, Tensor, Tensor]:
  B = x.size(0)
  T = x.size(1)
  q, k, v = torch.split_with_sizes(
      self.qkv_proj(x, w, r, dropout), [HEADS * HEAD_DIM, KV_HEADS * HEAD_DIM, KV_HEADS * HEAD_DIM], -1)
  q = q.view([B, T, HEADS, HEAD_DIM])
  k = k.view([B, T, KV_HEADS, HEAD_DIM])
  v = v.view([B, T, KV_HEADS, HEAD_DIM])
  return (q, k, v)
