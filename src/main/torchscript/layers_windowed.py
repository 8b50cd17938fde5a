# Layers of which some see only the nearest tokens, and may turn them by other angles.

# Which layers they are.
def near_layers(self) -> List[bool]:
  return annotate(List[bool], NEAR_LAYERS)

# What those layers see of a text, (T, T); None where it is not longer than the window.
def window(self, length: int, like: Tensor) -> Optional[Tensor]:
  if length <= WINDOW:
    mask = annotate(Optional[Tensor], None)
  else:
    q = torch.arange(0, length, 1, dtype=4, device=like.device).unsqueeze(1)
    k = torch.arange(0, length, 1, dtype=4, device=like.device).unsqueeze(0)
    mask = annotate(Optional[Tensor], torch.logical_and(torch.le(k, q), torch.gt(k, q - WINDOW)))
  return mask

# What they know of a text: cosines and sines of its positions for either kind, the bounds of documents, and the mask of
# near tokens where there is one.
def places(self, ids: Tensor, x: Tensor, ends: List[int]) -> List[Tensor]:
  longest = self.longest(ids, ends)
  cos, sin = self.angles(0, longest, longest, x)
  near_cos, near_sin = self.near(cos, sin, 0, longest, longest, x)
  places = [self.placed(cos, ends), self.placed(sin, ends), self.placed(near_cos, ends), self.placed(near_sin, ends),
            self.bounds(ends, x)]
  mask = self.window(ids.size(1), x)
  if mask is not None:
    if len(ends) == 0:
      places.append(unchecked_cast(Tensor, mask))
  return places

def layer_at(self, i: int, x: Tensor, w: List[Tensor], r: List[Tensor], places: List[Tensor], ends: List[int],
             dropout: float) -> Tensor:
  near = self.near_layers()
  if near[i]:
    mask = annotate(Optional[Tensor], None)
    if len(places) > 5:
      mask = annotate(Optional[Tensor], places[5])
    y = self.layer(x, w, r, places[2], places[3], mask, True, places[4], ends, dropout)
  else:
    y = self.layer(x, w, r, places[0], places[1], None, False, places[4], ends, dropout)
  return y
