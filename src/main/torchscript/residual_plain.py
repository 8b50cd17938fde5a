# What a layer's parts give is added to the stream. x (B, T, C), y what attention gave -> (B, T, C)
def attended(self, x: Tensor, y: Tensor, w: List[Tensor]) -> Tensor:
  return x + y

def fed(self, x: Tensor, w: List[Tensor], r: List[Tensor], dropout: float) -> Tensor:
  return x + self.mlp(self.norm(x, POST_NORM), w, r, dropout)
