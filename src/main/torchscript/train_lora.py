# Only the adapter trains: float32 matrices beside frozen weights that already have the type of the arithmetic.

# ids (B, T), positions (N), targets (N), iargs [seed, chunk], fargs [1 / trained tokens of the step, dropout]
# -> the loss, then the gradient of every adapter matrix, all float32
def backward(self, ids: Tensor, positions: Tensor, targets: Tensor, w: List[Tensor], r: List[Tensor], iargs: Tensor,
             fargs: Tensor) -> List[Tensor]:
  matrices = self.leaves(r)
  h = self.hidden(ids, w, self.to_compute(matrices), float(fargs[1]), int(iargs[0]))
  loss, grad_h, unused = self.loss_gradient(
      h, positions, targets, w[HEAD], float(fargs[0]), int(iargs[1]), False)
  found = torch.grad([h], matrices, annotate(List[Optional[Tensor]], [grad_h]))
  result = [loss]
  for i in range(len(matrices)):
    result.append(unchecked_cast(Tensor, found[i]).contiguous())
  return result
