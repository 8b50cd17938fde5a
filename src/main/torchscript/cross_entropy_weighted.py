# Cross-entropy with label smoothing (Szegedy et al. 2016, as transformers' LabelSmoother) and z-loss (Chowdhery et al.
# 2022), without a logits tensor. A token's loss is log Z - (1 - s) · z_target - s · mean(z) + c · log² Z; its gradient by
# the scores is (1 + 2 c log Z) · p - (1 - s) · target - s / V. All in float32, also for fp16, whose p is too coarse.

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
    scores = self.scores(rows, head).to(6)
    log_z = torch.logsumexp(scores, [-1], True)
    each = log_z - torch.gather(scores, 1, target) * (1. - SMOOTHING) - torch.mean(scores, [-1], True) * SMOOTHING
    loss = loss + (each + log_z * log_z * Z_LOSS).sum()
    grad = torch.exp(scores - log_z).mul_(log_z * (2. * Z_LOSS) + 1.).sub_(SMOOTHING / float(head.size(0)))
    grad.scatter_add_(1, target, torch.full([end - start, 1], SMOOTHING - 1., dtype=6, device=x.device))
    grad = self.slope(grad, scores).mul_(scale).to(x.dtype)
    torch.slice(grad_x, 0, start, end).copy_(torch.mm(grad, head))
    if with_head:
      grad_head.add_(torch.mm(grad.t(), rows))
    start = end
  return (loss * scale, grad_x, grad_head)
