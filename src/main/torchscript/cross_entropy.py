# Cross-entropy without a logits tensor: chunk by chunk of tokens, the gradient at once (Liger kernel's idea).

# x (N, C) hidden states, targets (N), head (V, C); gradients are those of scale · Σ loss.
# Returns scale · Σ loss (float32), its gradient by x (N, C), and by the head (V, C; float32), empty unless asked for.
def cross_entropy(self, x: Tensor, targets: Tensor, head: Tensor, scale: float, chunk: int,
                  with_head: bool) -> Tuple[Tensor, Tensor, Tensor]:
  grad_x = torch.empty_like(x)
  grad_head = torch.empty([0], dtype=6, device=x.device)
  if with_head:
    grad_head = torch.zeros(head.size(), dtype=6, device=x.device)
  loss = torch.zeros([], dtype=6, device=x.device)
  start = 0
  while start < x.size(0):
    end = min(start + chunk, x.size(0))
    rows = torch.slice(x, 0, start, end)
    target = torch.slice(targets, 0, start, end).unsqueeze(1)
    p = torch.softmax(torch.linear(rows, head), -1)
    # log of the probability rather than a log-sum-exp of the logits: one pass less, and no rounding of a large number
    loss = loss - torch.gather(p, 1, target).to(6).clamp_min(1e-38).log().sum()
    p.scatter_add_(1, target, torch.full([end - start, 1], -1., dtype=p.dtype, device=x.device))
    torch.slice(grad_x, 0, start, end).copy_(torch.mm(p, head).mul_(scale))
    if with_head:
      grad_head.add_(torch.mm(p.t(), rows), alpha=scale)
    start = end
  return (loss * scale, grad_x, grad_head)
