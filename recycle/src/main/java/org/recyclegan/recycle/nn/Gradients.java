package org.recyclegan.recycle.nn;

import ai.djl.ndarray.NDList;
import java.util.List;

/** Gradients of a loss by the parameters of networks, which do not have them yet. */
public final class Gradients {

  private final List<Network> networks;
  private final NDList tensors;

  /**
   * Takes gradients over.
   *
   * @param networks that learn from them
   * @param tensors one for each parameter of the first network, then of the second, and so on
   */
  Gradients(List<Network> networks, NDList tensors) {
    this.networks = List.copyOf(networks);
    this.tensors = tensors;
  }

  /**
   * Returns those that nothing learns from.
   *
   * @return of no network
   */
  public static Gradients none() {
    return new Gradients(List.of(), new NDList());
  }

  /**
   * Adds them to those that the networks' next update will use: once, and before what owned the
   * loss is closed. The last bit of a sum depends on the order of its additions, so gradients of
   * one network that come from several threads must be added by one.
   */
  public void add() {
    int next = 0;
    for (Network network : networks) {
      int count = network.parameters().size();
      network.addGradients(new NDList(tensors.subList(next, next + count)));
      next += count;
    }
  }
}
