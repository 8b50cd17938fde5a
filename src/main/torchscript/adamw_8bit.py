# AdamW whose moments are codes of 8 bits in blocks of 256 that share a scale (Dettmers et al. 2022; bitsandbytes).

# Numbers of codes (n); largest (n / 256), map (256) in rising order -> (n / 256, 256)
def restored(self, codes: Tensor, largest: Tensor, map: Tensor) -> Tensor:
  return map.index_select(0, codes.to(3)).view([-1, 256]).mul_(largest.unsqueeze(1))

# Writes x (blocks, 256) as codes of the nearest numbers.
def coded(self, x: Tensor, codes: Tensor, largest: Tensor, map: Tensor) -> Tensor:
  most = torch.amax(torch.abs(x), [1])
  most = torch.where(torch.eq(most, 0.), torch.ones_like(most), most)
  between = (torch.slice(map, 0, 1, 256) + torch.slice(map, 0, 0, 255)) * 0.5
  codes.copy_(torch.bucketize(x / most.unsqueeze(1), between, out_int32=True, right=False).view([-1]))
  return largest.copy_(most)

# p, m and v change in place, some blocks at a time. iargs and fargs as in update.
def update_8bit(self, p: Tensor, g: Tensor, m: Tensor, m_largest: Tensor, v: Tensor, v_largest: Tensor, signed: Tensor,
                unsigned: Tensor, iargs: Tensor, fargs: Tensor) -> Tensor:
  numbers = p.view([-1])
  gradients = g.view([-1])
  beta1 = float(fargs[1])
  beta2 = float(fargs[2])
  step = float(int(iargs[0]))
  correction1 = 1. - beta1 ** step
  correction2 = (1. - beta2 ** step) ** 0.5
  start = 0
  while start < m_largest.size(0):
    end = min(start + 65536, m_largest.size(0))
    last = min(end * 256, numbers.size(0))
    grad = torch.slice(gradients, 0, start * 256, last) * float(fargs[5])
    grad = torch.constant_pad_nd(grad, [0, end * 256 - last], 0.).view([-1, 256])
    codes1 = torch.slice(m, 0, start * 256, end * 256)
    codes2 = torch.slice(v, 0, start * 256, end * 256)
    largest1 = torch.slice(m_largest, 0, start, end)
    largest2 = torch.slice(v_largest, 0, start, end)
    first = self.restored(codes1, largest1, signed).mul_(beta1).add_(grad, alpha=1. - beta1)
    second = self.restored(codes2, largest2, unsigned).mul_(beta2).addcmul_(grad, grad, value=1. - beta2)
    move = first / (torch.sqrt(second) / correction2).add_(float(fargs[3]))
    part = torch.slice(numbers, 0, start * 256, last)
    part.mul_(1. - float(fargs[0]) * float(fargs[4]))
    part.add_(torch.slice(move.view([-1]), 0, 0, last - start * 256), alpha=-float(fargs[0]) / correction1)
    a = self.coded(first, codes1, largest1, signed)
    b = self.coded(second, codes2, largest2, unsigned)
    start = end
  return m_largest
