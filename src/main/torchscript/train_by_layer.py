# The gradient layer by layer from the last (Chen et al. 2016): of each layer only the input is kept, the rest is
# computed again when its turn comes. Dropout draws the same mask both times, as a layer seeds its own.

def detached(self, tensors: List[Tensor]) -> List[Tensor]:
  free = annotate(List[Tensor], [])
  for t in tensors:
    free.append(t.detach())
  return free

# The tensors of w with leaves at some places; those are added to found.
def with_leaves(self, w: List[Tensor], places: List[int], found: List[Tensor]) -> List[Tensor]:
  all = torch.slice(w, 0, len(w), 1)
  for i in places:
    leaf = w[i].detach().requires_grad_(True)
    all[i] = leaf
    found.append(leaf)
  return all

# Gradients of y by leaves, given that of y; zero where a leaf has no part in it.
def back(self, y: Tensor, leaves: List[Tensor], grad: Tensor) -> List[Tensor]:
  found = torch.grad([y], leaves, annotate(List[Optional[Tensor]], [grad]), None, False, True)
  grads = annotate(List[Tensor], [])
  for i in range(len(leaves)):
    g = found[i]
    if g is None:
      grads.append(torch.zeros_like(leaves[i]))
    else:
      grads.append(unchecked_cast(Tensor, g))
  return grads

# Puts gradients of leaves where the tensors stand.
def put(self, all: List[Tensor], places: List[int], first: int, grads: List[Tensor], skip: int) -> int:
  for i in range(len(places)):
    all[first + places[i]] = grads[skip + i]
  return skip + len(places)

# The gradient of the stack. inputs of each layer and of the last norm, grad (B · T, C) of what the head multiplies.
# Fills in gw and gr, one for each tensor of w and r.
def stack_gradient(self, ids: Tensor, inputs: List[Tensor], w: List[Tensor], r: List[Tensor], places: List[Tensor],
                   ends: List[int], grad: Tensor, gw: List[Tensor], gr: List[Tensor], dropout: float, seed: int) -> int:
  x = inputs.pop().requires_grad_(True)
  leaves = [x]
  grads = self.back(self.finish(x, self.with_leaves(w, TRAINED_LAST, leaves)), leaves, grad)
  n = self.put(gw, TRAINED_LAST, 0, grads, 1)
  for k in range(LAYERS):
    i = LAYERS - 1 - k
    x = inputs.pop().requires_grad_(True)
    leaves = [x]
    lw = self.with_leaves(self.layer_weights(w, i), TRAINED_INSIDE, leaves)
    lr = self.with_leaves(self.layer_adapters(r, i), ADAPTER_INSIDE, leaves)
    grads = self.back(self.run(i, x, lw, lr, places, ends, dropout, seed), leaves, grads[0])
    n = self.put(gw, TRAINED_INSIDE, 1 + i * LAYER_WEIGHTS, grads, 1)
    n = self.put(gr, ADAPTER_INSIDE, i * LAYER_ADAPTERS, grads, n)
  below = annotate(List[Tensor], [])
  ws = self.with_leaves(w, TRAINED_FIRST, below)
  if len(below) > 0:
    n = self.put(gw, TRAINED_FIRST, 0, self.back(self.embed_apart(ids, ends, ws), below, grads[0]), 0)
  return n

# ids (B, T), positions (N), targets (N), iargs [seed, chunk, ends of documents that share a row…], fargs [1 / trained tokens of the step, dropout]
# -> the loss, then the gradient of every master, all float32
def backward(self, ids: Tensor, positions: Tensor, targets: Tensor, w: List[Tensor], r: List[Tensor], iargs: Tensor,
             fargs: Tensor) -> List[Tensor]:
  masters = self.masters(w, r)
  ws = self.with_masters(w, masters)
  rs = self.prepared(ws, torch.slice(masters, len(self.trained()), len(masters), 1))
  w0 = self.detached(ws)
  r0 = self.detached(rs)
  ends = self.ends_of(iargs)
  x = self.embedded(ids, w0, ends, int(iargs[0]))
  places = self.places(ids, x, ends)
  inputs = [x.detach()]
  for i in range(LAYERS):
    x = self.run(i, x, self.layer_weights(w0, i), self.layer_adapters(r0, i), places, ends, float(fargs[1]),
        int(iargs[0]))
    inputs.append(x.detach())
  loss, grad_h, grad_head = self.loss_gradient(
      self.finish(x, w0), positions, targets, w0[HEAD], float(fargs[0]), int(iargs[1]))
  gw = torch.slice(w0, 0, len(w0), 1)
  gr = torch.slice(r0, 0, len(r0), 1)
  n = self.stack_gradient(ids, inputs, w0, r0, places, ends, grad_h, gw, gr, float(fargs[1]), int(iargs[0]))
  outputs = annotate(List[Tensor], [])
  grads = annotate(List[Optional[Tensor]], [])
  for i in self.trained():
    if i != HEAD or HEAD_EMBEDS:
      outputs.append(ws[i])
      grads.append(gw[i])
  for i in range(len(rs)):
    outputs.append(rs[i])
    grads.append(gr[i])
  return self.results(loss, masters, torch.grad(outputs, masters, grads, None, False, True), grad_head)
