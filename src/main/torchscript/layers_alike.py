# Layers that all see everything before them.

# What they know of a text: cosines and sines of its positions.
def places(self, ids: Tensor, x: Tensor) -> List[Tensor]:
  cos, sin = self.angles(0, ids.size(1), ids.size(1), x)
  return [cos, sin]

def layer_at(self, i: int, x: Tensor, w: List[Tensor], r: List[Tensor], places: List[Tensor],
             dropout: float) -> Tensor:
  return self.layer(x, w, r, places[0], places[1], dropout)
