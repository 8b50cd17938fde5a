# New tokens of a text without end, through layers that are all alike. ids (1, n) -> (n, C), normalised
def flow(self, ids: Tensor, w: List[Tensor], r: List[Tensor], keys: List[Tensor], values: List[Tensor], start: int,
         sinks: int, ring: int) -> Tensor:
  n = ids.size(1)
  t, place = self.stream_places(start, n, sinks + ring, ids)
  x = self.embed_rows(ids, place, w)
  cos, sin = self.turns(t.to(7), [sinks + ring], x)
  far_cos, far_sin = self.turns(place.to(7), [sinks + ring], x)
  mask = self.mask_of_many(start, n, sinks, ring, start + n, x)
  for i in range(LAYERS):
    x = self.layer_stream(x, self.layer_weights(w, i), self.layer_adapters(r, i), [cos, sin, far_cos, far_sin], mask,
        keys[i], values[i], start, sinks, ring, start + n)
  return self.norm(x[0], FINAL_NORM)
