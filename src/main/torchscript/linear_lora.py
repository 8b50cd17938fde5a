# A linear map with a low-rank adapter (Hu et al. 2021): y = x Wᵀ + scaling · drop(x) Aᵀ Bᵀ.
# Only the adapter's input is dropped, as PEFT does. x (…, in), W (out, in), A (rank, in), B (out, rank) -> (…, out)
def NAME(self, x: Tensor, w: List[Tensor], r: List[Tensor], dropout: float) -> Tensor:
  y = torch.linear(x, WEIGHTS)
  d = x
  if dropout > 0.:
    d = torch.dropout(x, dropout, True)
  low = torch.linear(d, r[ADAPTER])
  out = y.size(-1)
  rank = low.size(-1)
  sum = torch.addmm(y.view([-1, out]), low.view([-1, rank]), r[ADAPTER + 1].t(), beta=1., alpha=SCALING)
  return sum.view(y.size())
