# What enters the first layer: embeddings with uniform noise (NEFTune, Jain et al. 2023). A pass that does not train has
# the seed 0 and no noise. ids (B, T) -> (B, T, C)
def embedded(self, ids: Tensor, w: List[Tensor], ends: List[int], seed: int) -> Tensor:
  x = self.embed_apart(ids, ends, w)
  if seed != 0:
    bound = NOISE / float(x.size(1) * x.size(2)) ** 0.5
    # the layers' seeds come before this one
    torch.manual_seed(seed + LAYERS)
    x = x + torch.empty_like(x).uniform_(-bound, bound)
  return x
