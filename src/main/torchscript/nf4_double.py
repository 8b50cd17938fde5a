# Factors of blocks that are bytes themselves: a table of 256 numbers, a factor for each 256 blocks, an offset, the bytes.
# They begin at a byte; -> (blocks)
def factors(self, q: Tensor, start: int, blocks: int) -> Tensor:
  groups = (blocks + 255) // 256
  table = torch.view_copy(torch.slice(q, 0, start, start + 1024), dtype=6)
  nested = torch.view_copy(torch.slice(q, 0, start + 1024, start + 1024 + 4 * groups), dtype=6)
  first = start + 1024 + 4 * groups
  offset = torch.view_copy(torch.slice(q, 0, first, first + 4), dtype=6)
  x = torch.index_select(table, 0, torch.slice(q, 0, first + 4, first + 4 + blocks).to(3))
  return x * torch.slice(torch.repeat_interleave(nested, 256), 0, 0, blocks) + offset
