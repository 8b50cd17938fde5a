# Factors of blocks that are float32 numbers. They begin at a byte; -> (blocks)
def factors(self, q: Tensor, start: int, blocks: int) -> Tensor:
  return torch.view_copy(torch.slice(q, 0, start, start + 4 * blocks), dtype=6)
