# Layers that all see everything before them.

# What they know of a text: cosines and sines of its positions, and the bounds of documents.
def places(self, ids: Tensor, x: Tensor, ends: List[int]) -> List[Tensor]:
  longest = self.longest(ids, ends)
  cos, sin = self.angles(0, longest, longest, x)
  return [self.placed(cos, ends), self.placed(sin, ends), self.bounds(ends, x)]

def layer_at(self, i: int, x: Tensor, w: List[Tensor], r: List[Tensor], places: List[Tensor], ends: List[int],
             dropout: float) -> Tensor:
  return self.layer(x, w, r, places[0], places[1], places[2], ends, dropout)
