# The optimizer step: clipping by the global norm, then AdamW (Loshchilov and Hutter 2019) in one fused operator.

# Adds the gradients of a further micro-batch.
def accumulate(self, grads: List[Tensor], more: List[Tensor]) -> Tensor:
  torch._foreach_add_(grads, more)
  return grads[0]

# L2 norm over all gradients together, ()
def norm_of(self, grads: List[Tensor]) -> Tensor:
  return torch.linalg_vector_norm(torch.stack(torch._foreach_norm(grads)))

# p, m and v change in place. iargs [step, from 1], fargs [rate, beta1, beta2, epsilon, decay, factor on the gradients].
# The lists go to the operator as they came: of a list made here, the optimizing executor would not see that it matters.
def update(self, p: List[Tensor], grads: List[Tensor], m: List[Tensor], v: List[Tensor], iargs: Tensor,
           fargs: Tensor) -> Tensor:
  if float(fargs[5]) != 1.:
    torch._foreach_mul_(grads, float(fargs[5]))
  steps = annotate(List[Tensor], [])
  for i in range(len(p)):
    steps.append(torch.full([], float(int(iargs[0])), dtype=6, device=p[i].device))
  torch._fused_adamw_(p, grads, m, v, annotate(List[Tensor], []), steps, lr=float(fargs[0]), beta1=float(fargs[1]),
      beta2=float(fargs[2]), weight_decay=float(fargs[4]), eps=float(fargs[3]), amsgrad=False, maximize=False)
  return m[0]

# What was changed on the device goes back to where it is kept.
def store(self, home: Tensor, there: Tensor) -> Tensor:
  return home.copy_(there)
