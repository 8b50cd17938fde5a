# A text without end (Xiao et al. 2023): its first tokens, the sinks, and the latest, the window, stay in sight, and
# positions are places among those. Room for keys and values never grows: sinks lie in front, the window is a ring.
# A place only counts by its distance from another, and within the window that is the distance in the text. So keys are
# turned once, by their position in the text, and a query is turned twice: for the window by its position in the text,
# for the sinks by its place.

# What each of n tokens from position start on sees, (n, columns): of what is kept, sinks then ring, where there is any;
# then of the n themselves. A layer with a window of its own sees most places.
def stream_mask(self, start: int, n: int, sinks: int, ring: int, most: int, like: Tensor) -> Tensor:
  t = torch.arange(start, start + n, 1, dtype=4, device=like.device).unsqueeze(1)
  i = torch.arange(start, start + n, 1, dtype=4, device=like.device).unsqueeze(0)
  kept = torch.logical_or(torch.gt(i, t - ring), torch.lt(i, sinks))
  own = torch.logical_and(torch.logical_and(torch.le(i, t), kept), torch.gt(i, t - most))
  if start == 0:
    mask = own
  else:
    j = torch.arange(0, sinks, 1, dtype=4, device=like.device).unsqueeze(0)
    place = torch.clamp_max(t, sinks + ring - 1)
    first = torch.logical_and(torch.gt(j, place - most), torch.lt(j, start))
    slot = torch.arange(0, ring, 1, dtype=4, device=like.device).unsqueeze(0)
    held = torch.rsub(torch.remainder(torch.rsub(slot, start - 1 - sinks), ring), start - 1)
    latest = torch.logical_and(torch.ge(held, sinks), torch.gt(held, t - ring))
    mask = torch.cat([first, latest, own], 1)
  return mask

# Puts what stays of n new keys or values in its place. x (1, K, n, D)
def keep(self, kept: Tensor, x: Tensor, start: int, sinks: int, ring: int) -> Tensor:
  end = start + x.size(2)
  first = start
  if start >= sinks:
    first = max(start, end - ring)
  t = torch.arange(first, end, 1, dtype=4, device=x.device)
  slot = torch.where(torch.lt(t, sinks), t, torch.remainder(t - sinks, ring) + sinks)
  return kept.index_copy_(2, slot, torch.slice(x, 2, first - start, x.size(2)))

# far are queries for the first columns, sinks of them, near for the rest. -> (1, n, H·D)
def attend_stream(self, far: Tensor, near: Tensor, keys: Tensor, values: Tensor, sinks: int,
                  mask: Optional[Tensor]) -> Tensor:
  scores = self.kept_scores(near, torch.slice(keys, 2, sinks, keys.size(2)))
  if sinks > 0:
    scores = torch.cat([self.kept_scores(far, torch.slice(keys, 2, 0, sinks)), scores], -1)
  return self.kept_result(scores, mask, values)

# x (1, n, C), turns [cos, sin of positions, cos, sin of places]; keys, values (1, K, S + W, D) change in place.
# start = 0 and n at most S + W, or start at least S and n at most W, or n = 1.
def attention_stream(self, x: Tensor, w: List[Tensor], r: List[Tensor], turns: List[Tensor], mask: Optional[Tensor],
                     keys: Tensor, values: Tensor, start: int, sinks: int, ring: int, most: int) -> Tensor:
  q, k, v = self.heads(x, w, r, 0.)
  near = self.rotate(q, turns[0], turns[1])
  far = self.rotate(q, turns[2], turns[3])
  k = self.rotate(k, turns[0], turns[1]).transpose(1, 2)
  v = v.transpose(1, 2)
  if x.size(1) == 1:
    # the new token takes the place of the one that leaves, so that the rest lies where it lay
    slot = start
    if start >= sinks:
      slot = sinks + (start - sinks) % ring
    torch.slice(keys, 2, slot, slot + 1).copy_(k)
    torch.slice(values, 2, slot, slot + 1).copy_(v)
    seen = min(start + 1, sinks + ring)
    first = max(0, seen - most)
    y = self.attend_stream(far, near, torch.slice(keys, 2, first, seen), torch.slice(values, 2, first, seen),
        max(0, min(sinks, seen) - first), None)
  else:
    if start == 0:
      y = self.attend_stream(far, near, k, v, 0, mask)
    else:
      y = self.attend_stream(far, near, torch.cat([keys, k], 2), torch.cat([values, v], 2), sinks, mask)
    self.keep(keys, k, start, sinks, ring)
    self.keep(values, v, start, sinks, ring)
  return self.o_proj(y, w, r, 0.)

# One layer of new tokens. x (1, n, C) -> (1, n, C)
def layer_stream(self, x: Tensor, w: List[Tensor], r: List[Tensor], turns: List[Tensor], mask: Optional[Tensor],
                 keys: Tensor, values: Tensor, start: int, sinks: int, ring: int, most: int) -> Tensor:
  y = self.attention_stream(self.norm(x, INPUT_NORM), w, r, turns, mask, keys, values, start, sinks, ring, most)
  return self.fed(self.attended(x, y, w), w, r, 0.)

# Positions in the text, and places among what is kept, of n tokens: each (1, n)
def stream_places(self, start: int, n: int, most: int, like: Tensor) -> Tuple[Tensor, Tensor]:
  t = torch.arange(start, start + n, 1, dtype=4, device=like.device).unsqueeze(0)
  return (t, torch.clamp_max(t, most - 1))

# What new tokens of several see; one alone sees all that is kept.
def mask_of_many(self, start: int, n: int, sinks: int, ring: int, most: int, like: Tensor) -> Optional[Tensor]:
  if n == 1:
    mask = annotate(Optional[Tensor], None)
  else:
    mask = annotate(Optional[Tensor], self.stream_mask(start, n, sinks, ring, most, like))
  return mask

# ids (1, n), iargs [start, sinks, window] -> logits (V) of the token after the last one, float32
def advance_stream(self, ids: Tensor, w: List[Tensor], r: List[Tensor], keys: List[Tensor], values: List[Tensor],
                   iargs: Tensor) -> Tensor:
  h = self.flow(ids, w, r, keys, values, int(iargs[0]), int(iargs[1]), int(iargs[2]))
  return self.scores(h[-1], w[HEAD]).to(6)

# ids (1, n), each of which predicts its target (n); iargs [start, sinks, window, chunk] -> (2, n) as judged
def score_stream(self, ids: Tensor, targets: Tensor, w: List[Tensor], r: List[Tensor], keys: List[Tensor],
                 values: List[Tensor], iargs: Tensor) -> Tensor:
  h = self.flow(ids, w, r, keys, values, int(iargs[0]), int(iargs[1]), int(iargs[2]))
  return self.judged(h, targets, w[HEAD], int(iargs[3]))
