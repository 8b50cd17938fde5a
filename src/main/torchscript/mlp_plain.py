# Feed-forward part (Vaswani et al. 2017): down(act(up(x))). x (B, T, C) -> (B, T, C)
def mlp(self, x: Tensor, w: List[Tensor], r: List[Tensor], dropout: float) -> Tensor:
  return self.down_proj(self.activate(self.up_proj(x, w, r, dropout)), w, r, dropout)
