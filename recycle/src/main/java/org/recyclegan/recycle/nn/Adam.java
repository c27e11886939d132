package org.recyclegan.recycle.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam (Kingma and Ba, ICLR 2015) over the parameters of one or several networks, in one fused
 * call. Moments are float32 and live as long as their network.
 */
public final class Adam {

  private static final double EPSILON = 1e-8;

  private final Torch torch;
  private final double beta1;
  private final double beta2;
  private final NDList parameters = new NDList();
  private final NDList means = new NDList();
  private final NDList squares = new NDList();
  private final NDList steps = new NDList();

  /**
   * Creates an optimiser with moments of zero.
   *
   * @param torch the engine
   * @param beta1 decay of the mean of gradients
   * @param beta2 decay of the mean of their squares
   * @param networks whose parameters to update
   */
  public Adam(Torch torch, double beta1, double beta2, List<Network> networks) {
    this.torch = torch;
    this.beta1 = beta1;
    this.beta2 = beta2;
    for (Network network : networks) {
      parameters.addAll(network.parameters());
      means.addAll(network.zerosLikeParameters());
      squares.addAll(network.zerosLikeParameters());
    }
    for (int i = 0; i < parameters.size(); i++) {
      steps.add(torch.manager().zeros(new Shape()));
    }
  }

  /**
   * Updates every parameter by its gradient and sets the gradients to zero.
   *
   * @param rate learning rate
   */
  public void update(double rate) {
    List<NDArray> gradients = new ArrayList<>(parameters.size());
    try (NDManager scratch = torch.manager().newSubManager()) {
      for (NDArray parameter : parameters) {
        gradients.add(parameter.getGradient());
      }
      torch
          .ops()
          .adam(
              scratch,
              parameters,
              new NDList(gradients),
              means,
              squares,
              steps,
              rate,
              beta1,
              beta2,
              EPSILON);
    } finally {
      gradients.forEach(NDArray::close);
    }
  }

  /**
   * Returns the first moments, in the order of the networks' parameters.
   *
   * @return the tensors themselves
   */
  public NDList means() {
    return means;
  }

  /**
   * Returns the second moments, in the order of the networks' parameters.
   *
   * @return the tensors themselves
   */
  public NDList squares() {
    return squares;
  }

  /**
   * Returns how many updates there were.
   *
   * @return the step that bias correction counts
   */
  public long step() {
    return steps.isEmpty() ? 0 : (long) steps.get(0).getFloat();
  }

  /**
   * Sets how many updates there were, after the moments were restored.
   *
   * @param step as {@link #step()} returned it
   */
  public void setStep(long step) {
    for (NDArray count : steps) {
      torch.ops().assign(count, new float[] {step});
    }
  }
}
