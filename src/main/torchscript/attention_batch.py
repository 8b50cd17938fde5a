# Texts side by side, each with a length of its own. Prompts are padded on the right, where the causal order keeps padding
# from being seen; then each text grows at its own end, and sees of its row only what belongs to it.

# One layer of prompts, whose keys and values are put down from the front on. x (B, n, C), keys, values (B, K, longest, D)
def layer_prompts(self, x: Tensor, w: List[Tensor], r: List[Tensor], TYPED_SIGHT, keys: Tensor,
                  values: Tensor) -> Tensor:
  q, k, v = self.project(self.norm(x, INPUT_NORM), w, r, cos, sin, 0.)
  torch.slice(keys, 2, 0, x.size(1)).copy_(k.transpose(1, 2))
  torch.slice(values, 2, 0, x.size(1)).copy_(v.transpose(1, 2))
  y = self.o_proj(self.attend(q, k, v, SEES), w, r, 0.)
  return self.fed(self.attended(x, y, w), w, r, 0.)

# One layer of a token more for each text. x (B, 1, C), t (B, 1) where each stands
def layer_rows(self, x: Tensor, w: List[Tensor], r: List[Tensor], cos: Tensor, sin: Tensor, mask: Tensor,
               keys: Tensor, values: Tensor, t: Tensor) -> Tensor:
  q, k, v = self.project(self.norm(x, INPUT_NORM), w, r, cos, sin, 0.)
  k = k.transpose(1, 2)
  at = t.view([-1, 1, 1, 1]).expand(k.size())
  keys.scatter_(2, at, k)
  values.scatter_(2, at, v.transpose(1, 2))
  longest = mask.size(4)
  scores = self.kept_scores(q, torch.slice(keys, 2, 0, longest))
  y = self.kept_result(scores, mask, torch.slice(values, 2, 0, longest))
  return self.fed(self.attended(x, self.o_proj(y, w, r, 0.), w), w, r, 0.)

# What each text sees: up to its own end, and of that the most nearest. t (B, 1) -> (B, 1, 1, 1, longest)
def rows_mask(self, t: Tensor, longest: int, most: int) -> Tensor:
  end = t.view([-1, 1, 1, 1, 1])
  j = torch.arange(0, longest, 1, dtype=4, device=t.device).view([1, 1, 1, 1, -1])
  return torch.logical_and(torch.le(j, end), torch.gt(j, end - most))

# The length that a text will have at most decides its angles in some models. iargs [longest now, lengths…]
def lengths_of(self, iargs: Tensor) -> List[int]:
  lengths = annotate(List[int], [])
  for i in range(iargs.size(0) - 1):
    lengths.append(int(iargs[i + 1]))
  return lengths

# Prompts. ids (B, n), ends (B) index of each one's last token -> logits (B, V) of the tokens after those, float32
def begin_batch(self, ids: Tensor, ends: Tensor, w: List[Tensor], r: List[Tensor], keys: List[Tensor],
                values: List[Tensor], iargs: Tensor) -> Tensor:
  t = torch.arange(0, ids.size(1), 1, dtype=4, device=ids.device).unsqueeze(0).expand(ids.size())
  h = self.prompts(ids, t, w, r, keys, values, self.lengths_of(iargs))
  h = h.reshape([-1, h.size(-1)])
  last = torch.arange(0, ids.size(0), 1, dtype=4, device=ids.device) * ids.size(1) + ends
  return self.scores(h.index_select(0, last), w[HEAD]).to(6)

# One token more for each text. ids (B, 1), t (B, 1) where it stands -> logits (B, V) of the tokens after it, float32
def advance_batch(self, ids: Tensor, t: Tensor, w: List[Tensor], r: List[Tensor], keys: List[Tensor],
                  values: List[Tensor], iargs: Tensor) -> Tensor:
  h = self.rows(ids, t, w, r, keys, values, int(iargs[0]), self.lengths_of(iargs))
  return self.scores(torch.select(h, 1, 0), w[HEAD]).to(6)
