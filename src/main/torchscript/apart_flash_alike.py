# All see everything before them in their document.
def attend_apart(self, q: Tensor, k: Tensor, v: Tensor, bounds: Tensor, ends: List[int]) -> Tensor:
  return self.attend_unequal(q, k, v, bounds, ends, None, None)
