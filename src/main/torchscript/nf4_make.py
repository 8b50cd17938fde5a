# Makes linear maps of four bits, as bitsandbytes does; the bytes are equal to its own.

# What the 16 codes stand for: quantiles of the normal distribution, and zero.
def codes(self, like: Tensor) -> Tensor:
  return torch.tensor(annotate(List[float], [-1., -0.6961928009986877, -0.5250730514526367, -0.39491748809814453,
      -0.28444138169288635, -0.18477343022823334, -0.09105003625154495, 0., 0.07958029955625534, 0.16093020141124725,
      0.24611230194568634, 0.33791524171829224, 0.44070982933044434, 0.5626170039176941, 0.7229568362236023, 1.]),
      dtype=6, device=like.device)

# What the 256 codes of a factor stand for: numbers whose size is told by their exponent to base ten, finer the larger.
def table(self, like: Tensor) -> Tensor:
  powers = annotate(List[float], [1e-06, 1e-05, 0.0001, 0.001, 0.01, 0.1, 1.])
  parts = [torch.zeros([1], dtype=6), torch.ones([1], dtype=6)]
  steps = 1
  for power in powers:
    bounds = torch.linspace(0.1, 1., steps + 1, dtype=6)
    middles = (torch.slice(bounds, 0, 0, -1) + torch.slice(bounds, 0, 1)) / 2. * power
    parts.append(middles)
    parts.append(torch.neg(middles))
    steps = steps * 2
  ascending, order = torch.sort(torch.cat(parts))
  return ascending.to(like.device)

# Indices of the nearest of ascending numbers; halfway, the lower. x (…) -> (…) uint8
def nearest(self, x: Tensor, numbers: Tensor) -> Tensor:
  bounds = (torch.slice(numbers, 0, 0, -1) + torch.slice(numbers, 0, 1)) / 2.
  return torch.bucketize(x, bounds, out_int32=True, right=False).to(0)

# x (n) -> the largest size of each block (blocks), and the numbers by it (blocks, size)
def scaled(self, x: Tensor, size: int) -> Tuple[Tensor, Tensor]:
  blocks = torch.constant_pad_nd(x, [0, (size - x.size(0) % size) % size], 0.).view([-1, size])
  most = torch.amax(torch.abs(blocks), [1])
  return (most, torch.clamp(blocks * torch.reciprocal(most.clamp_min(1e-38)).unsqueeze(1), -1., 1.))

def bytes_of(self, x: Tensor) -> Tensor:
  return torch.view_copy(x.contiguous(), dtype=0).view([-1])

# The two numbers that each byte stands for, (256, 2).
def pairs_of(self, codes: Tensor) -> Tensor:
  byte = torch.arange(0, 256, 1, dtype=4, device=codes.device)
  high = torch.index_select(codes, 0, torch.bitwise_right_shift(byte, 4))
  return torch.stack([high, torch.index_select(codes, 0, torch.bitwise_and(byte, 15))], 1)

# The bytes of a map. x (rows, columns), iargs [whether factors become bytes too]
def quantize(self, x: Tensor, iargs: Tensor) -> Tensor:
  codes = self.codes(x)
  most, by = self.scaled(x.to(6).reshape([-1]), 64)
  q = self.nearest(by, codes).view([-1, 2])
  packed = torch.bitwise_or(torch.bitwise_left_shift(torch.select(q, 1, 0), 4), torch.select(q, 1, 1))
  parts = [packed, self.bytes_of(self.pairs_of(codes))]
  if int(iargs[0]) == 0:
    parts.append(self.bytes_of(most))
  else:
    table = self.table(x)
    offset = torch.mean(most)
    nested, small = self.scaled(most - offset, 256)
    parts.append(self.bytes_of(table))
    parts.append(self.bytes_of(nested))
    parts.append(self.bytes_of(offset.view([1])))
    parts.append(torch.slice(self.nearest(small, table).view([-1]), 0, 0, most.size(0)))
  return torch.cat(parts)

# The bytes of a map from the parts of a file: its codes, what the 16 codes stand for, then the parts of the factors.
def join(self, packed: Tensor, codes: Tensor, factors: List[Tensor]) -> Tensor:
  flat = packed.view([-1])
  whole = torch.constant_pad_nd(flat, [0, (32 - flat.size(0) % 32) % 32], 0)
  parts = [whole, self.bytes_of(self.pairs_of(codes.to(6)))]
  for part in factors:
    parts.append(self.bytes_of(part))
  return torch.cat(parts)
