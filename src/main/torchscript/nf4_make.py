# Makes linear maps of four bits, as bitsandbytes does; the bytes are equal to its own.

# Indices of the nearest of ascending numbers; halfway, the lower. x (…) -> (…) uint8
def nearest(self, x: Tensor, numbers: Tensor) -> Tensor:
  bounds = (torch.slice(numbers, 0, 0, -1) + torch.slice(numbers, 0, 1)) / 2.
  return torch.bucketize(x, bounds, out_int32=True, right=False).to(0)

# x (n), as much as blocks of some size hold -> each block's largest size (blocks), and the numbers by it (blocks, size)
def scaled(self, x: Tensor, size: int) -> Tuple[Tensor, Tensor]:
  n = x.size(0)
  blocks = torch.constant_pad_nd(x, [0, (size - n % size) % size], 0.).view([-1, size])
  most = torch.amax(torch.abs(blocks), [1])
  return (most, torch.clamp(blocks * torch.reciprocal(most.clamp_min(1e-38)).unsqueeze(1), -1., 1.))

def bytes_of(self, x: Tensor) -> Tensor:
  return torch.view(x.contiguous(), 0).view([-1])

# The two numbers that each byte stands for, (256, 2).
def pairs_of(self, codes: Tensor) -> Tensor:
  byte = torch.arange(0, 256, 1, dtype=4, device=codes.device)
  high = torch.index_select(codes, 0, torch.bitwise_right_shift(byte, 4))
  return torch.stack([high, torch.index_select(codes, 0, torch.bitwise_and(byte, 15))], 1)

# The bytes of a map. x (rows, columns), codes (16) and table (256) ascending, iargs [whether factors become bytes too]
def quantize(self, x: Tensor, codes: Tensor, table: Tensor, iargs: Tensor) -> Tensor:
  most, by = self.scaled(x.to(6).reshape([-1]), 64)
  q = self.nearest(by, codes).view([-1, 2])
  packed = torch.bitwise_or(torch.bitwise_left_shift(torch.select(q, 1, 0), 4), torch.select(q, 1, 1))
  parts = [packed, self.bytes_of(self.pairs_of(codes))]
  if int(iargs[0]) == 0:
    parts.append(self.bytes_of(most))
  else:
    offset = torch.mean(most)
    nested, small = self.scaled(most - offset, 256)
    parts.append(self.bytes_of(table))
    parts.append(self.bytes_of(nested))
    parts.append(self.bytes_of(offset.view([1])))
    parts.append(torch.slice(self.nearest(small, table).view([-1]), 0, 0, most.size(0)))
  return torch.cat(parts)

# The bytes of a map from the parts of a file. codes the numbers of the 16 codes, then the parts of the factors
def join(self, packed: Tensor, codes: Tensor, factors: List[Tensor]) -> Tensor:
  parts = [packed.view([-1]), self.bytes_of(self.pairs_of(codes))]
  for part in factors:
    parts.append(self.bytes_of(part))
  return torch.cat(parts)
