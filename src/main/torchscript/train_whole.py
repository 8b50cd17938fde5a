# The gradient by one pass back through all layers, whose intermediate results are kept.

# ids (B, T), positions (N), targets (N), iargs [seed, chunk, ends of documents that share a row…], fargs [1 / trained tokens of the step, dropout]
# -> the loss, then the gradient of every master, all float32
def backward(self, ids: Tensor, positions: Tensor, targets: Tensor, w: List[Tensor], r: List[Tensor], iargs: Tensor,
             fargs: Tensor) -> List[Tensor]:
  masters = self.masters(w, r)
  ws = self.with_masters(w, masters)
  rs = self.prepared(ws, torch.slice(masters, len(self.trained()), len(masters), 1))
  h = self.hidden(ids, ws, rs, self.ends_of(iargs), float(fargs[1]), int(iargs[0]))
  loss, grad_h, grad_head = self.loss_gradient(
      h, positions, targets, ws[HEAD].detach(), float(fargs[0]), int(iargs[1]))
  found = torch.grad([h], masters, annotate(List[Optional[Tensor]], [grad_h]), None, False, True)
  return self.results(loss, masters, found, grad_head)
