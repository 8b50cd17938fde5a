# Gated feed-forward part whose gate and up lie in one matrix. x (B, T, C) -> (B, T, C)
def mlp(self, x: Tensor, w: List[Tensor], r: List[Tensor], dropout: float) -> Tensor:
  gate, up = torch.split(self.gate_up_proj(x, w, r, dropout), INNER, -1)
  return self.down_proj(self.activate(gate) * up, w, r, dropout)
