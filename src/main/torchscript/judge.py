# How likely given tokens are, and whether they are the likeliest.

# x (N, C), targets (N), head (V, C) -> negative log likelihoods, and 1 where no token is likelier, else 0: (2, N) float32
def judged(self, x: Tensor, targets: Tensor, head: Tensor, chunk: int) -> Tensor:
  both = torch.empty([2, x.size(0)], dtype=6, device=x.device)
  start = 0
  while start < x.size(0):
    end = min(start + chunk, x.size(0))
    target = torch.slice(targets, 0, start, end)
    logits = self.scores(torch.slice(x, 0, start, end), head).to(6)
    chosen = torch.gather(logits, 1, target.unsqueeze(1)).squeeze(1)
    torch.slice(both[0], 0, start, end).copy_(torch.logsumexp(logits, [-1]) - chosen)
    torch.slice(both[1], 0, start, end).copy_(torch.eq(torch.argmax(logits, -1, False), target))
    start = end
  return both

# ids (B, T), positions (N) in B · T, targets (N), iargs [chunk] -> (2, N) as above
def judge(self, ids: Tensor, positions: Tensor, targets: Tensor, w: List[Tensor], r: List[Tensor],
          iargs: Tensor) -> Tensor:
  h = self.hidden(ids, self.to_compute(w), r, self.whole(), 0., 0)
  return self.judged(h.index_select(0, positions), targets, w[HEAD].to(COMPUTE), int(iargs[0]))
