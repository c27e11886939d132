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
  private final NDList means = new NDList();
  private final NDList squares = new NDList();
  private final List<Part> parts = List.of(new Part(), new Part());

  /** The networks that one lane updates: every other one, so that the lanes share the work. */
  private static final class Part {
    private final List<Network> networks = new ArrayList<>();
    private final NDList parameters = new NDList();
    private final NDList means = new NDList();
    private final NDList squares = new NDList();
    private final NDList steps = new NDList();
  }

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
    for (int i = 0; i < networks.size(); i++) {
      add(networks.get(i), parts.get(i % 2));
    }
  }

  private void add(Network network, Part part) {
    NDList newMeans = network.zerosLikeParameters();
    NDList newSquares = network.zerosLikeParameters();
    means.addAll(newMeans);
    squares.addAll(newSquares);
    part.networks.add(network);
    part.parameters.addAll(network.parameters());
    part.means.addAll(newMeans);
    part.squares.addAll(newSquares);
    // One count for all: the operation asks for one a parameter, and only reads them.
    NDArray count = part.steps.isEmpty() ? torch.manager().zeros(new Shape()) : part.steps.get(0);
    network.parameters().forEach(parameter -> part.steps.add(count));
  }

  /**
   * Updates every parameter by its gradient; the gradients are forgotten then.
   *
   * @param rate learning rate
   */
  public void update(double rate) {
    torch.sideBySide(() -> updateHalf(0, rate), () -> updateHalf(1, rate));
  }

  /**
   * Does one half of {@link #update}, of every other network, for a thread that has more to do than
   * that.
   *
   * @param half 0 or 1; both make an update, in any order or at the same time
   * @param rate learning rate
   * @return this
   */
  public Adam updateHalf(int half, double rate) {
    update(parts.get(half), rate);
    return this;
  }

  private void update(Part part, double rate) {
    if (part.parameters.isEmpty()) {
      return;
    }
    NDList gradients = new NDList();
    part.networks.forEach(network -> gradients.addAll(network.gradients()));
    try (NDManager scratch = torch.manager().newSubManager()) {
      torch
          .ops()
          .adam(
              scratch,
              part.parameters,
              gradients,
              part.means,
              part.squares,
              part.steps,
              rate,
              beta1,
              beta2,
              EPSILON);
    } finally {
      part.networks.forEach(Network::discardGradients);
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

  /** Returns how many updates there were. */
  public long step() {
    NDList steps = parts.get(0).steps;
    return steps.isEmpty() ? 0 : (long) steps.get(0).getFloat();
  }

  /**
   * Sets how many updates there were, after the moments were restored.
   *
   * @param step as {@link #step()} returned it
   */
  public void setStep(long step) {
    for (Part part : parts) {
      if (!part.steps.isEmpty()) {
        torch.ops().assign(part.steps.get(0), new float[] {step});
      }
    }
  }
}
