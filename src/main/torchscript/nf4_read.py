# What the bytes of a map stand for. iargs [rows, columns] -> (rows, columns) float32
def dense_map(self, q: Tensor, iargs: Tensor) -> Tensor:
  return self.dense(q, int(iargs[0]), int(iargs[1]))
