# Attention of whole texts: one a row, or documents one after another in a single row, that end at ends.

# x (B, T, C) -> queries (B, T, H, D), keys and values (B, T, K, D), already turned to their positions
def project(self, x: Tensor, w: List[Tensor], r: List[Tensor], cos: Tensor, sin: Tensor,
            dropout: float) -> Tuple[Tensor, Tensor, Tensor]:
  q, k, v = self.heads(x, w, r, dropout)
  return (self.rotate(q, cos, sin), self.rotate(k, cos, sin), v)

# x (B, T, C) -> (B, T, C)
def attention(self, x: Tensor, w: List[Tensor], r: List[Tensor], TYPED_PLACES, dropout: float) -> Tensor:
  q, k, v = self.project(x, w, r, cos, sin, dropout)
  if len(ends) == 0:
    y = self.attend(q, k, v, SEES)
  else:
    y = self.attend_apart(q, k, v, APART)
  return self.o_proj(y, w, r, dropout)
