# What belongs to one linear map, made ready: [A, scaled B, factor]. i the layer, w and r its tensors
def READY_MAP(self, i: int, w: List[Tensor], r: List[Tensor]) -> List[Tensor]:
  scalings = annotate(List[float], SCALINGS)
  b = r[ADAPTER + 1] * scalings[i % len(scalings)]
  f = self.factor(WEIGHT, r[ADAPTER], b, r[ADAPTER + 2])
  return [r[ADAPTER].to(COMPUTE), b.to(COMPUTE), f.to(COMPUTE)]
