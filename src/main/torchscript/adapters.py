# What happens to adapters outside of training. w (out, in), a (rank, in), b (out, rank), m (out).

# W + scaling · B A, in float32. fargs [scaling]
def merge(self, w: Tensor, a: Tensor, b: Tensor, fargs: Tensor) -> Tensor:
  return torch.addmm(w.to(6), b.to(6), a.to(6), beta=1., alpha=float(fargs[0]))

# The same with each row brought to its magnitude (DoRA).
def merge_magnitude(self, w: Tensor, a: Tensor, b: Tensor, m: Tensor, fargs: Tensor) -> Tensor:
  moved = self.merge(w, a, b, fargs)
  return moved * (m / self.lengths(moved)).unsqueeze(1)

# Lengths of rows, (out) float32
def lengths(self, w: Tensor) -> Tensor:
  return torch.linalg_vector_norm(w.to(6), 2, [1])

# The main part of W (PiSSA, Meng et al. 2024): A = √(S/s) Vᵀ and B = U √(S/s) of the largest singular values, which is
# taken from W in place. iargs [rank], fargs [scaling s] -> [A, B]
def principal(self, w: Tensor, iargs: Tensor, fargs: Tensor) -> List[Tensor]:
  rank = int(iargs[0])
  u, s, vh = torch.linalg_svd(w.to(6), False)
  root = torch.sqrt(torch.slice(s, 0, 0, rank) / float(fargs[0]))
  b = (torch.slice(u, 1, 0, rank) * root).contiguous()
  a = (torch.slice(vh, 0, 0, rank) * root.unsqueeze(1)).contiguous()
  return self.taken(w, a, b, fargs)

# An orthonormal start (OLoRA, Büyükakyüz 2024): W = Q R, B the first columns of Q and A the first rows of R, which is
# taken from W in place. iargs [rank], fargs [scaling] -> [A, B]
def orthonormal(self, w: Tensor, iargs: Tensor, fargs: Tensor) -> List[Tensor]:
  rank = int(iargs[0])
  q, r = torch.linalg_qr(w.to(6))
  return self.taken(w, torch.slice(r, 0, 0, rank).contiguous(), torch.slice(q, 1, 0, rank).contiguous(), fargs)

# W less scaling · B A, in place.
def taken(self, w: Tensor, a: Tensor, b: Tensor, fargs: Tensor) -> List[Tensor]:
  w.copy_(torch.addmm(w.to(6), b, a, beta=1., alpha=-float(fargs[0])))
  return [a, b]
