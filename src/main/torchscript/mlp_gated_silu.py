# Gated feed-forward part (SwiGLU, Shazeer 2020): down(silu(gate(x)) · up(x)). x (B, T, C) -> (B, T, C)
def mlp(self, x: Tensor, w: List[Tensor], r: List[Tensor], dropout: float) -> Tensor:
  gate = torch.silu(self.gate_proj(x, w, r, dropout))
  return self.down_proj(gate * self.up_proj(x, w, r, dropout), w, r, dropout)
