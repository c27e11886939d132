package org.recyclegan.recycle;

import ai.djl.ndarray.NDList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.recyclegan.recycle.nn.TensorOps;

/**
 * Looks for numbers that are not finite in what a step leaves behind: the weights, and the second
 * moments, into which the square of every gradient goes. A gradient that is not a number, or whose
 * square overflows, shows there in the very step.
 */
final class FiniteState {

  private final TensorOps ops;
  private final Map<String, NDList> parts = new LinkedHashMap<>();
  private final NDList all = new NDList();

  /** Watches a trainer's networks and optimisers, which keep their tensors. */
  FiniteState(Trainer trainer) {
    ops = trainer.ops();
    trainer
        .optimisers()
        .forEach((name, adam) -> parts.put("the gradients of " + name, adam.squares()));
    trainer
        .gan()
        .networks()
        .forEach((name, network) -> parts.put("the weights of " + name, network.parameters()));
    parts.values().forEach(all::addAll);
  }

  /**
   * Looks.
   *
   * @param step that was just done, counted from 1
   * @throws DivergenceException if something is not finite
   */
  void check(long step) throws DivergenceException {
    if (ops.isFinite(all)) {
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
