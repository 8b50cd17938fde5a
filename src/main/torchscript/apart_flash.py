# Attention of documents that do not see each other, by the kernel for unequal lengths (Dao 2023), in 16 bits on CUDA.

# Where documents begin, and the end, (documents + 1) int32.
def bounds(self, ends: List[int], like: Tensor) -> Tensor:
  all = annotate(List[int], [0])
  return torch.tensor(all + ends, dtype=3, device=like.device)

# q (1, T, H, D), k and v (1, T, K, D); window the tokens before one that it sees, or none for all -> (1, T, H·D)
def attend_unequal(self, q: Tensor, k: Tensor, v: Tensor, bounds: Tensor, ends: List[int],
                   window: Optional[int], after: Optional[int]) -> Tensor:
  most = self.longest(q, ends)
  y, sums, state, unused, debug = torch._flash_attention_forward(q.squeeze(0), k.squeeze(0), v.squeeze(0), bounds, bounds,
      most, most, 0., True, False, scale=SCORE_SCALE, window_size_left=window, window_size_right=after)
  return y.reshape([1, q.size(1), HEADS * HEAD_DIM])
