package org.recyclegan.recycle.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recyclegan.recycle.nn.TensorOps;
import org.recyclegan.recycle.nn.Torch;

/**
 * Looks for numbers that are not finite in what a step leaves behind: the weights, and the second
 * moments, into which the square of every gradient goes. A gradient that is not a number, or whose
 * square overflows, shows there in the very step. Both lanes look, each at half of it.
 */
final class FiniteState {

  private final Torch torch;
  private final Map<String, NDList> parts = new LinkedHashMap<>();
  private final List<NDList> halves = List.of(new NDList(), new NDList());

  /** Watches a trainer's networks and optimisers, which keep their tensors. */
  FiniteState(Trainer trainer) {
    torch = trainer.torch();
    trainer
        .optimisers()
        .forEach((name, adam) -> parts.put("the gradients of " + name, adam.squares()));
    trainer
        .gan()
        .networks()
        .forEach((name, network) -> parts.put("the weights of " + name, network.parameters()));
    share(parts.values());
  }

  /** Each tensor to the half that has less so far. */
  private void share(Collection<NDList> tensors) {
    long balance = 0;
    for (NDList list : tensors) {
      for (NDArray tensor : list) {
        halves.get(balance <= 0 ? 0 : 1).add(tensor);
        balance += balance <= 0 ? tensor.size() : -tensor.size();
      }
    }
  }

  /**
   * Looks.
   *
   * @param step that was just done, counted from 1
   * @throws DivergenceException if something is not finite
   */
  void check(long step) throws DivergenceException {
    TensorOps ops = torch.ops();
    List<Boolean> finite =
        torch.sideBySide(() -> ops.isFinite(halves.get(0)), () -> ops.isFinite(halves.get(1)));
    if (!finite.contains(false)) {
      return;
    }
    for (Map.Entry<String, NDList> part : parts.entrySet()) {
      if (!ops.isFinite(part.getValue())) {
        throw new DivergenceException(part.getKey() + " are not finite", step);
      }
    }
    throw new DivergenceException("weights and gradients are too large to add up", step);
  }
}
