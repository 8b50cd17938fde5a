# What a model makes of given tokens, without gradients.

# ids (B, T), positions (N) in B · T, targets (N), iargs [chunk] -> negative log likelihoods (N), float32
def evaluate(self, ids: Tensor, positions: Tensor, targets: Tensor, w: List[Tensor], r: List[Tensor],
             iargs: Tensor) -> Tensor:
  h = self.hidden(ids, self.to_compute(w), r, self.whole(), 0., 0)
  return self.likelihood(h.index_select(0, positions), targets, w[HEAD].to(COMPUTE), int(iargs[0]))

# ids (B, T) -> logits (B · T, V), float32; for comparisons on small inputs
def logits(self, ids: Tensor, w: List[Tensor], r: List[Tensor]) -> Tensor:
  h = self.hidden(ids, self.to_compute(w), r, self.whole(), 0., 0)
  return self.scores(h, w[HEAD].to(COMPUTE)).to(6)
