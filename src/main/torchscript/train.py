# One micro-batch: the loss of the tokens to predict, and its gradient. What trains are float32 masters: some of the
# model's own tensors, and those of an adapter.

# Aliases of tensors that the gradient is taken by.
def leaves(self, tensors: List[Tensor]) -> List[Tensor]:
  aliases = annotate(List[Tensor], [])
  for t in tensors:
    aliases.append(t.detach().requires_grad_(True))
  return aliases

# Which of the model's own tensors train.
def trained(self) -> List[int]:
  return annotate(List[int], TRAINED)

# Masters, as leaves: the model's first, then the adapter's.
def masters(self, w: List[Tensor], r: List[Tensor]) -> List[Tensor]:
  own = annotate(List[Tensor], [])
  for i in self.trained():
    own.append(w[i])
  return self.leaves(own + torch.slice(r, 0, LAYERS * LAYER_ADAPTERS, 1))

# The model's tensors as the arithmetic takes them: those that train are cast from their masters.
def with_masters(self, w: List[Tensor], masters: List[Tensor]) -> List[Tensor]:
  all = torch.slice(w, 0, len(w), 1)
  at = self.trained()
  for i in range(len(at)):
    all[at[i]] = masters[i].to(COMPUTE)
  return all

# h (B · T, C), positions (N) whose next token counts, targets (N). Returns the loss, the gradient of h, and that of the
# head where it trains.
def loss_gradient(self, h: Tensor, positions: Tensor, targets: Tensor, head: Tensor, scale: float,
                  chunk: int) -> Tuple[Tensor, Tensor, Tensor]:
  flat = h.detach()
  if positions.size(0) == flat.size(0):
    return self.cross_entropy(flat, targets, head, scale, chunk, HEAD_MASTER >= 0)
  loss, grad, grad_head = self.cross_entropy(
      flat.index_select(0, positions), targets, head, scale, chunk, HEAD_MASTER >= 0)
  return (loss, torch.zeros_like(flat).index_copy_(0, positions, grad), grad_head)

# The loss and the gradient of each master, float32. What a head does to the loss directly is added to what it does as
# an embedding, if it does both.
def results(self, loss: Tensor, masters: List[Tensor], found: List[Optional[Tensor]],
            grad_head: Tensor) -> List[Tensor]:
  result = [loss]
  for i in range(len(masters)):
    g = found[i]
    if g is None:
      if i == HEAD_MASTER:
        grad = grad_head
      else:
        grad = torch.zeros_like(masters[i])
    else:
      grad = unchecked_cast(Tensor, g).contiguous()
      if i == HEAD_MASTER:
        grad = grad.add_(grad_head)
    result.append(grad)
  return result

# Where documents end that share a row; none where each has its own.
def ends_of(self, iargs: Tensor) -> List[int]:
  ends = annotate(List[int], [])
  for i in range(iargs.size(0) - 2):
    ends.append(int(iargs[i + 2]))
  return ends
