# Tensors between files and devices; types are PyTorch's numbers (1 int8, 5 float16, 6 float32, 15 bfloat16).

# The numbers that raw bytes (n) stand for. iargs [type in the file, type wanted, sizes…] -> a tensor of its own
def from_bytes(self, bytes: Tensor, iargs: Tensor) -> Tensor:
  size = annotate(List[int], [])
  for i in range(iargs.size(0) - 2):
    size.append(int(iargs[i + 2]))
  x = torch.view_copy(bytes, dtype=int(iargs[0])).view(size)
  return x.to(int(iargs[1]), False, True)

# A copy in another type.
def cast(self, x: Tensor, iargs: Tensor) -> Tensor:
  return x.to(int(iargs[0]), False, True)

# W + scaling · B A, in float32. w (out, in), a (rank, in), b (out, rank)
def merge(self, w: Tensor, a: Tensor, b: Tensor, fargs: Tensor) -> Tensor:
  return torch.addmm(w.to(6), b.to(6), a.to(6), beta=1., alpha=float(fargs[0]))
