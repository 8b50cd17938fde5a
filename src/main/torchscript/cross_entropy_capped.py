# Cross-entropy of capped scores without a logits tensor; the gradient of c · tanh(z / c) is 1 - tanh²(z / c).

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
    bent = torch.tanh(torch.linear(rows, head) / LOGIT_CAP)
    p = torch.softmax(bent * LOGIT_CAP, -1)
    loss = loss - torch.gather(p, 1, target).to(6).clamp_min(1e-38).log().sum()
    p.scatter_add_(1, target, torch.full([end - start, 1], -1., dtype=p.dtype, device=x.device))
    p.mul_(torch.rsub(bent * bent, 1.))
    torch.slice(grad_x, 0, start, end).copy_(torch.mm(p, head).mul_(scale))
    if with_head:
      grad_head.add_(torch.mm(p.t(), rows), alpha=scale)
    start = end
  return (loss * scale, grad_x, grad_head)
