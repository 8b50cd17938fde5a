# Matrices and magnitudes (Liu et al. 2024) as the linear maps take them. A magnitude becomes a factor on each output,
# m / ‖W + B A‖; the length below is a constant to the gradient, as the paper has it.

# w (out, in), a (rank, in), b (out, rank) already scaled, m (out) -> (out)
def factor(self, w: Tensor, a: Tensor, b: Tensor, m: Tensor) -> Tensor:
  moved = torch.addmm(w.detach().to(6), b.detach(), a.detach())
  return m / torch.linalg_vector_norm(moved, 2, [1])

# w the model's tensors, r A (rank, in), B (out, rank) and m (out) in turn -> as many
def prepared(self, w: List[Tensor], r: List[Tensor]) -> List[Tensor]:
  ready = annotate(List[Tensor], [])
  for i in range(LAYERS):
    lw = self.layer_weights(w, i)
    lr = self.layer_adapters(r, i)
    ready = ready + READY
  return ready
