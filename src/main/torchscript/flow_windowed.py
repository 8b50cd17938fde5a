# New tokens of a text without end, where some layers have a window of their own. A layer whose own window is not wider
# than that of the text goes by it alone, and keeps no sinks. ids (1, n) -> (n, C), normalised
def flow(self, ids: Tensor, w: List[Tensor], r: List[Tensor], keys: List[Tensor], values: List[Tensor], start: int,
         sinks: int, ring: int) -> Tensor:
  n = ids.size(1)
  t, place = self.stream_places(start, n, sinks + ring, ids)
  x = self.embed_rows(ids, place, w)
  cos, sin = self.turns(t.to(7), [sinks + ring], x)
  far_cos, far_sin = self.turns(place.to(7), [sinks + ring], x)
  near_cos, near_sin = self.near_turns(t.to(7), [sinks + ring], x)
  near_far_cos, near_far_sin = self.near_turns(place.to(7), [sinks + ring], x)
  near_sinks = sinks
  near_ring = ring
  if WINDOW <= ring:
    near_sinks = 0
    near_ring = WINDOW
  mask = self.mask_of_many(start, n, sinks, ring, start + n, x)
  near_mask = self.mask_of_many(start, n, near_sinks, near_ring, WINDOW, x)
  near = self.near_layers()
  for i in range(LAYERS):
    layer = self.layer_weights(w, i)
    adapter = self.layer_adapters(r, i)
    if near[i]:
      x = self.layer_stream(x, layer, adapter, [near_cos, near_sin, near_far_cos, near_far_sin], near_mask,
          keys[i], values[i], start, near_sinks, near_ring, WINDOW)
    else:
      x = self.layer_stream(x, layer, adapter, [cos, sin, far_cos, far_sin], mask,
          keys[i], values[i], start, sinks, ring, start + n)
  return self.norm(x[0], FINAL_NORM)
