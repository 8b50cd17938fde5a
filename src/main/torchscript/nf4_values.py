# Linear maps of four bits (QLoRA, Dettmers et al. 2023): each byte holds two codes, the first in its high half, and each
# 64 numbers share a factor. All that belongs to a map lies in one tensor of bytes, whose parts follow one another:
# the codes, a table of the two numbers that each byte stands for (256, 2), and what the factors are made of.

# Bytes of the codes of n numbers.
def code_bytes(self, n: int) -> int:
  return (n + 63) // 64 * 32

# q bytes -> (rows, columns) in the type of the arithmetic; computed in float32 and rounded once, as bitsandbytes does.
def dense(self, q: Tensor, rows: int, columns: int) -> Tensor:
  n = rows * columns
  end = self.code_bytes(n)
  pairs = torch.view_copy(torch.slice(q, 0, end, end + 2048), dtype=6).view([256, 2])
  codes = torch.index_select(pairs, 0, torch.slice(q, 0, 0, end).to(3))
  x = (codes.view([-1, 64]) * self.factors(q, end + 2048, end // 32).unsqueeze(1)).to(COMPUTE)
  return torch.slice(x.view([-1]), 0, 0, n).view([rows, columns])
