# Negative log likelihood of each target, exact to float32. x (N, C), targets (N), head (V, C) -> (N) float32
def likelihood(self, x: Tensor, targets: Tensor, head: Tensor, chunk: int) -> Tensor:
  nll = torch.empty([x.size(0)], dtype=6, device=x.device)
  start = 0
  while start < x.size(0):
    end = min(start + chunk, x.size(0))
    target = torch.slice(targets, 0, start, end).unsqueeze(1)
    logits = self.scores(torch.slice(x, 0, start, end), head).to(6)
    chosen = torch.gather(logits, 1, target).squeeze(1)
    torch.slice(nll, 0, start, end).copy_(torch.logsumexp(logits, [-1]) - chosen)
    start = end
  return nll
