# A linear map with a low-rank adapter (Hu et al. 2021): y = x Wᵀ + drop(x) Aᵀ Bᵀ, where B is already scaled.
# Only the adapter's input is dropped, as PEFT does. x (B, T, in), W (out, in), A (rank, in), B (out, rank) -> (B, T, out)
# The product is added in place, for it is as large as what it is added to.
def NAME(self, x: Tensor, w: List[Tensor], r: List[Tensor], dropout: float) -> Tensor:
  rows = x.reshape([-1, x.size(-1)])
  d = rows
  if dropout > 0.:
    d = torch.dropout(rows, dropout, True)
  low = torch.linear(d, r[ADAPTER])
  y = torch.linear(rows, WEIGHTS)
  y.addmm_(low, r[ADAPTER + 1].t())
  return y.view([x.size(0), x.size(1), -1])
