# A linear map with a low-rank adapter and a magnitude (Liu et al. 2024): y = f · (x Wᵀ + x Aᵀ Bᵀ) + b, where B is already
# scaled and f is the factor of each output. With dropout the map itself is moved by the dropped input, as PEFT does.
# x (B, T, in), W (out, in), A (rank, in), B (out, rank), f (out) -> (B, T, out)
def NAME(self, x: Tensor, w: List[Tensor], r: List[Tensor], dropout: float) -> Tensor:
  rows = x.reshape([-1, x.size(-1)])
  weight = WEIGHT
  plain = torch.linear(rows, weight)
  if dropout > 0.:
    d = torch.dropout(rows, dropout, True)
    low = torch.linear(d, r[ADAPTER])
    y = plain + torch.linear(d, weight) * (r[ADAPTER + 2] - 1.) + torch.linear(low, r[ADAPTER + 1]) * r[ADAPTER + 2]
  else:
    low = torch.linear(rows, r[ADAPTER])
    y = (plain + torch.linear(low, r[ADAPTER + 1])) * r[ADAPTER + 2]
  return (PLUS_BIAS).view([x.size(0), x.size(1), -1])
