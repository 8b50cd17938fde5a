# One micro-batch: the loss of the tokens to predict, and its gradient.

# Aliases of tensors that the gradient is taken by.
def leaves(self, tensors: List[Tensor]) -> List[Tensor]:
  aliases = annotate(List[Tensor], [])
  for t in tensors:
    aliases.append(t.detach().requires_grad_(True))
  return aliases

# h (B · T, C) with its graph, positions (N) whose next token counts, targets (N). Returns the loss, the gradient of h, and
# that of the head where it is asked for.
def loss_gradient(self, h: Tensor, positions: Tensor, targets: Tensor, head: Tensor, scale: float, chunk: int,
                  with_head: bool) -> Tuple[Tensor, Tensor, Tensor]:
  flat = h.detach()
  if positions.size(0) == flat.size(0):
    return self.cross_entropy(flat, targets, head, scale, chunk, with_head)
  loss, grad, grad_head = self.cross_entropy(flat.index_select(0, positions), targets, head, scale, chunk, with_head)
  return (loss, torch.zeros_like(flat).index_copy_(0, positions, grad), grad_head)
