# The optimizer step: clipping by the global norm, then AdamW (Loshchilov and Hutter 2019) in one fused operator.

# Adds the gradients of a further micro-batch.
def accumulate(self, grads: List[Tensor], more: List[Tensor]) -> Tensor:
  torch._foreach_add_(grads, more)
  return grads[0]

# L2 norm over all gradients together, ()
def norm_of(self, grads: List[Tensor]) -> Tensor:
  return torch.linalg_vector_norm(torch.stack(torch._foreach_norm(grads)))

# p, m and v change in place. iargs [step, from 1], fargs [rate, beta1, beta2, epsilon, decay, factor on the gradients].
# Decay is for matrices only: norms and biases have one dimension.
def update(self, p: List[Tensor], grads: List[Tensor], m: List[Tensor], v: List[Tensor], iargs: Tensor,
           fargs: Tensor) -> Tensor:
  if float(fargs[5]) < 1.:
    torch._foreach_mul_(grads, float(fargs[5]))
  self.adamw(p, grads, m, v, True, float(fargs[4]), int(iargs[0]), fargs)
  self.adamw(p, grads, m, v, False, 0., int(iargs[0]), fargs)
  return grads[0]

# The fused operator on the parameters that are matrices, or on those that are not.
def adamw(self, p: List[Tensor], grads: List[Tensor], m: List[Tensor], v: List[Tensor], matrices: bool, decay: float,
          step: int, fargs: Tensor) -> int:
  ps = annotate(List[Tensor], [])
  gs = annotate(List[Tensor], [])
  ms = annotate(List[Tensor], [])
  vs = annotate(List[Tensor], [])
  steps = annotate(List[Tensor], [])
  for i in range(len(p)):
    if (p[i].dim() > 1) == matrices:
      ps.append(p[i].detach())
      gs.append(grads[i])
      ms.append(m[i])
      vs.append(v[i])
      steps.append(torch.full([], float(step), dtype=6, device=p[i].device))
  if len(ps) > 0:
    torch._fused_adamw_(ps, gs, ms, vs, annotate(List[Tensor], []), steps, lr=float(fargs[0]), beta1=float(fargs[1]),
        beta2=float(fargs[2]), weight_decay=decay, eps=float(fargs[3]), amsgrad=False, maximize=False)
  return len(ps)
