package org.recyclegan.recycle.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** An architecture with weights, on the engine's device. Closing it frees them. */
public final class Network implements AutoCloseable {

  /** Standard deviation of initial weights, as published. */
  private static final float INITIAL_DEVIATION = 0.02f;

  private final Architecture architecture;
  private final Precision precision;
  private final Torch torch;
  private final Script script;
  private final NDManager manager;
  private final List<ParameterSpec> specs;
  private final NDList parameters = new NDList();
  private final NDList gradients = new NDList();

  /**
   * Creates a network in float32 with fresh weights.
   *
   * @param torch the engine
   * @param architecture what to build
   * @param random decides every weight
   */
  public Network(Torch torch, Architecture architecture, SplittableRandom random) {
    this(torch, architecture, Precision.FLOAT32, random);
  }

  /**
   * Creates a network with fresh weights: weights normal with deviation 0.02, biases uniform in
   * ±1/√fanIn (PyTorch's default, which the published code leaves as it is).
   *
   * @param torch the engine
   * @param architecture what to build
   * @param precision of its convolutions
   * @param random decides every weight
   */
  public Network(
      Torch torch, Architecture architecture, Precision precision, SplittableRandom random) {
    this.architecture = architecture;
    this.precision = precision;
    this.torch = torch;
    ScriptBuilder layers = architecture.script(ScriptForm.of(precision));
    specs = layers.parameters();
    script = torch.compile(layers.methods());
    manager = torch.manager().newSubManager();
    for (ParameterSpec spec : specs) {
      parameters.add(manager.create(initialValues(spec, random), spec.shape()));
    }
  }

  private Network(Network other) {
    architecture = other.architecture;
    precision = other.precision;
    torch = other.torch;
    specs = other.specs;
    script = torch.compile(architecture.script(ScriptForm.of(precision)).methods());
    manager = torch.manager().newSubManager();
    for (NDArray parameter : other.parameters) {
      parameters.add(manager.zeros(parameter.getShape(), parameter.getDataType()));
    }
    copyWeights(other);
  }

  private static float[] initialValues(ParameterSpec spec, SplittableRandom random) {
    float[] values = new float[Math.toIntExact(spec.shape().size())];
    double bound = 1 / Math.sqrt(spec.fanIn());
    for (int i = 0; i < values.length; i++) {
      values[i] =
          (float)
              (spec.isBias()
                  ? random.nextDouble(-bound, bound)
                  : INITIAL_DEVIATION * random.nextGaussian());
    }
    return values;
  }

  /**
   * Runs the network. Sides that do not divide are padded by reflection on the right and at the
   * bottom; what a picture-to-picture network makes of the padding is cut off again.
   *
   * @param out owner of the result and of what is made on the way
   * @param x (N, C, H, W), float32, [-1, 1]
   * @return (N, C', H, W) of a generator or predictor, (N, 1, h, w) of a discriminator
   */
  public NDArray forward(NDManager out, NDArray x) {
    int height = Math.toIntExact(x.getShape().get(2));
    int width = Math.toIntExact(x.getShape().get(3));
    int right = padding(width);
    int bottom = padding(height);
    if (right == 0 && bottom == 0) {
      return script.call(out, "forward", x, parameters);
    }
    NDArray padded = torch.ops().pad(out, x, right, bottom);
    NDArray y = script.call(out, "forward", padded, parameters);
    return architecture.makesPictures() ? torch.ops().crop(out, y, height, width) : y;
  }

  /** Returns how many pixels a side lacks of what the layers can process. */
  public int padding(int side) {
    int multiple = architecture.sideMultiple();
    int target = Math.max(architecture.smallestSide(), (side + multiple - 1) / multiple * multiple);
    return target - side;
  }

  /**
   * Switches learning on or off: a frozen network lets gradients through to its input but collects
   * none, and costs less.
   *
   * @param learning whether the next graph includes this network's parameters
   */
  public void setLearning(boolean learning) {
    for (NDArray parameter : parameters) {
      parameter.setRequiresGradient(learning);
    }
  }

  /** Returns what the network is. */
  public Architecture architecture() {
    return architecture;
  }

  /**
   * Returns the tensors themselves, in the order of {@link Architecture#parameters()}.
   *
   * @return not to be closed by the caller
   */
  public NDList parameters() {
    return parameters;
  }

  /** Returns a copy of the weights by their official names, in the order of the forward pass. */
  public Map<String, float[]> weights() {
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (int i = 0; i < specs.size(); i++) {
      weights.put(specs.get(i).name(), parameters.get(i).toFloatArray());
    }
    return weights;
  }

  /**
   * Replaces the weights.
   *
   * @param weights a value for each parameter, by official name
   * @throws IllegalArgumentException if a name is missing or a length does not fit
   */
  public void setWeights(Map<String, float[]> weights) {
    for (int i = 0; i < specs.size(); i++) {
      ParameterSpec spec = specs.get(i);
      float[] values = weights.get(spec.name());
      if (values == null || values.length != spec.shape().size()) {
        throw new IllegalArgumentException(
            "Weights of "
                + spec.name()
                + ": expected shape "
                + spec.shape()
                + ", found "
                + (values == null ? "none" : values.length + " values"));
      }
      torch.ops().assign(parameters.get(i), values);
    }
  }

  /**
   * Adds to the gradients that the next update will use. They are held beside the parameters, not
   * in them: what PyTorch holds there must be added to and cleared in every step, which for a
   * network of many parameters takes longer than some of its layers. To be called by one thread at
   * a time, in an order that is always the same.
   *
   * @param more of each parameter's shape, on any device; kept or closed here
   */
  void addGradients(NDList more) {
    if (gradients.isEmpty()) {
      more.forEach(gradient -> gradient.attach(manager));
      gradients.addAll(more);
    } else {
      torch.ops().addTo(manager, gradients, more);
      more.close();
    }
  }

  /**
   * Returns the gradients, in the order of the parameters; those that were not computed are zero.
   *
   * @return a list of its own of the tensors themselves, which {@link #discardGradients()} closes
   */
  public NDList gradients() {
    if (gradients.isEmpty()) {
      gradients.addAll(zerosLikeParameters());
    }
    return new NDList(gradients);
  }

  /**
   * Adds another network's gradients to this one's, and forgets them there.
   *
   * @param other of the same architecture, on any device
   */
  public void takeGradients(Network other) {
    torch.ops().addTo(manager, gradients(), other.gradients());
    other.discardGradients();
  }

  /** Forgets the gradients: after an update, or where they are unusable. */
  public void discardGradients() {
    gradients.close();
    gradients.clear();
  }

  /**
   * Takes over another network's weights.
   *
   * @param other of the same architecture, on any device
   */
  public void copyWeights(Network other) {
    torch.ops().copy(manager, parameters, other.parameters);
  }

  /**
   * Returns a network of its own with the same weights, which does not learn.
   *
   * @return to be closed, like this one
   */
  public Network copy() {
    return new Network(this);
  }

  /**
   * Moves the weights towards another network's: w ← w + share · (w' − w). A moving average is made
   * of such steps.
   *
   * @param other of the same architecture, on the same device
   * @param share from 0, which changes nothing, to 1, which takes the others over
   */
  public void approach(Network other, double share) {
    torch.ops().approach(manager, parameters, other.parameters, share);
  }

  /** Zeros of every parameter's shape, for an optimiser's moments. */
  NDList zerosLikeParameters() {
    NDList zeros = new NDList();
    for (NDArray parameter : parameters) {
      zeros.add(manager.zeros(parameter.getShape(), parameter.getDataType()));
    }
    return zeros;
  }

  @Override
  public void close() {
    script.close();
    manager.close();
  }
}
