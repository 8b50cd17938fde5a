# Gated feed-forward part (Shazeer 2020): down(act(gate(x)) · up(x)). x (B, T, C) -> (B, T, C)
def mlp(self, x: Tensor, w: List[Tensor], r: List[Tensor], dropout: float) -> Tensor:
  gate = self.activate(self.gate_proj(x, w, r, dropout))
  return self.down_proj(gate * self.up_proj(x, w, r, dropout), w, r, dropout)
