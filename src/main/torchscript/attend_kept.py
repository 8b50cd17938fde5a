# Attention to keys and values that are kept head by head, (B, K, m, D). Queries that share a head of keys are rows of one
# product, so that nothing is copied for groups.

# What queries (B, n, H, D) and keys give, bounded where the model bounds it -> (B, K, H / K, n, m) float32
def kept_scores(self, q: Tensor, keys: Tensor) -> Tensor:
  B = q.size(0)
  n = q.size(1)
  rows = q.view([B, n, KV_HEADS, HEADS // KV_HEADS, HEAD_DIM]).permute([0, 2, 3, 1, 4])
  rows = rows.reshape([B, KV_HEADS, -1, HEAD_DIM])
  scores = self.bend(torch.matmul(rows, keys.transpose(2, 3)) * SCORE_FACTOR)
  return scores.view([B, KV_HEADS, HEADS // KV_HEADS, n, keys.size(2)]).to(6)

# Softmax of scores times values. mask (n, m), or with a row for each text -> (B, n, H·D)
def kept_result(self, scores: Tensor, mask: Optional[Tensor], values: Tensor) -> Tensor:
  B = scores.size(0)
  n = scores.size(3)
  if mask is not None:
    scores = scores.masked_fill(torch.logical_not(unchecked_cast(Tensor, mask)), -1e30)
  p = torch.softmax(scores, -1).to(values.dtype)
  y = torch.matmul(p.view([B, KV_HEADS, -1, scores.size(4)]), values)
  y = y.view([B, KV_HEADS, HEADS // KV_HEADS, n, HEAD_DIM]).permute([0, 3, 1, 2, 4])
  return y.reshape([B, n, HEADS * HEAD_DIM])
