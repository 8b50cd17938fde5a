# Attention of a whole text.

# x (B, T, C) -> queries (B, T, H, D), keys and values (B, T, K, D), already turned to their positions
def project(self, x: Tensor, w: List[Tensor], r: List[Tensor], cos: Tensor, sin: Tensor,
            dropout: float) -> Tuple[Tensor, Tensor, Tensor]:
  q, k, v = self.heads(x, w, r, dropout)
  return (self.rotate(q, cos, sin), self.rotate(k, cos, sin), v)

# x (B, T, C) -> (B, T, C)
def attention(self, x: Tensor, w: List[Tensor], r: List[Tensor], TYPED_PLACES, dropout: float) -> Tensor:
  q, k, v = self.project(x, w, r, cos, sin, dropout)
  return self.o_proj(self.attend(q, k, v, SEES), w, r, dropout)
