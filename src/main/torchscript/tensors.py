# Tensors between files and devices; types are PyTorch's numbers (1 int8, 5 float16, 6 float32, 15 bfloat16).

# The numbers that raw bytes (n) stand for. iargs [type in the file, type wanted, sizes…] -> a tensor of its own
def from_bytes(self, bytes: Tensor, iargs: Tensor) -> Tensor:
  size = annotate(List[int], [])
  for i in range(iargs.size(0) - 2):
    size.append(int(iargs[i + 2]))
  x = torch.view_copy(bytes, dtype=int(iargs[0])).view(size)
  return x.to(int(iargs[1]), False, True)

# A tensor of a type and sizes, on the device of another. iargs [type, sizes…]
def empty_like_these(self, like: Tensor, iargs: Tensor) -> Tensor:
  size = annotate(List[int], [])
  for i in range(iargs.size(0) - 1):
    size.append(int(iargs[i + 1]))
  return torch.empty(size, dtype=int(iargs[0]), device=like.device)

# Numbers of a tensor from one on. x (…), raw bytes (n), iargs [type in the file, first number]
def fill(self, x: Tensor, bytes: Tensor, iargs: Tensor) -> Tensor:
  part = torch.view_copy(bytes, dtype=int(iargs[0]))
  first = int(iargs[1])
  torch.slice(x.view([-1]), 0, first, first + part.size(0)).copy_(part)
  return part

# The bytes of numbers in a type, (n) int8. iargs [type]
def raw(self, x: Tensor, iargs: Tensor) -> Tensor:
  return torch.view_copy(x.to(int(iargs[0])).contiguous().view([-1]), dtype=1)

# x (m, n) -> (n, m), a tensor of its own
def turned(self, x: Tensor) -> Tensor:
  return x.t().contiguous()

# A copy in another type.
def cast(self, x: Tensor, iargs: Tensor) -> Tensor:
  return x.to(int(iargs[0]), False, True)
