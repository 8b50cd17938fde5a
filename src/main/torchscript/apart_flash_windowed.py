# Near ones see a window of their document only.
def attend_apart(self, q: Tensor, k: Tensor, v: Tensor, near: bool, bounds: Tensor, ends: List[int]) -> Tensor:
  window = annotate(Optional[int], None)
  after = annotate(Optional[int], None)
  if near:
    window = annotate(Optional[int], WINDOW - 1)
    after = annotate(Optional[int], 0)
  return self.attend_unequal(q, k, v, bounds, ends, window, after)
