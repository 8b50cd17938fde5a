# All weights train: float32 masters, cast once a micro-batch for the arithmetic.

# ids (B, T), positions (N), targets (N), iargs [seed, chunk], fargs [1 / trained tokens of the step, dropout]
# -> the loss, then the gradient of every weight, all float32
def backward(self, ids: Tensor, positions: Tensor, targets: Tensor, w: List[Tensor], r: List[Tensor], iargs: Tensor,
             fargs: Tensor) -> List[Tensor]:
  masters = self.leaves(w)
  cast = self.to_compute(masters)
  h = self.hidden(ids, cast, r, 0., int(iargs[0]))
  loss, grad_h, grad_head = self.loss_gradient(
      h, positions, targets, cast[HEAD].detach(), float(fargs[0]), int(iargs[1]), True)
  found = torch.grad([h], masters, annotate(List[Optional[Tensor]], [grad_h]), None, False, True)
  result = [loss]
  for i in range(len(masters)):
    # the head of an untied model has no part in h
    g = found[i]
    if g is None:
      result.append(grad_head)
    elif i == HEAD:
      result.append(unchecked_cast(Tensor, g).contiguous().add_(grad_head))
    else:
      result.append(unchecked_cast(Tensor, g).contiguous())
  return result
