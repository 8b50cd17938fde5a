# Matrices as the linear maps take them: in the type of the arithmetic, each B times its scaling.
# w the model's tensors, r A (rank, in) and B (out, rank) in turn -> as many
def prepared(self, w: List[Tensor], r: List[Tensor]) -> List[Tensor]:
  scalings = annotate(List[float], SCALINGS)
  ready = annotate(List[Tensor], [])
  for i in range(len(r) // 2):
    ready.append(r[2 * i].to(COMPUTE))
    ready.append((r[2 * i + 1] * scalings[i % len(scalings)]).to(COMPUTE))
  return ready
