# Angles of texts side by side, each at positions of its own and with a length of its own.

# Cosines and sines for t (B, n), in the type of t: each (B, n, 1, R/2), in the type of like. Where t is float64 a text may
# have any length: an angle is exact to a millionth of a turn up to positions that no text reaches.
def TURNS(self, t: Tensor, lengths: List[int], like: Tensor) -> Tuple[Tensor, Tensor]:
  rows = annotate(List[Tensor], [])
  for i in range(len(lengths)):
    rows.append(self.FREQUENCY(lengths[i], like))
  angle = (t.unsqueeze(2) * torch.stack(rows).to(t.dtype).unsqueeze(1)).unsqueeze(2)
  return ((torch.cos(angle) * TURN_FACTOR).to(like.dtype), (torch.sin(angle) * TURN_FACTOR).to(like.dtype))
