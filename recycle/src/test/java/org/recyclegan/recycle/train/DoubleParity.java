package org.recyclegan.recycle.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Map;
import org.recyclegan.recycle.config.LossWeights;
import org.recyclegan.recycle.config.NetworkRole.Phase;
import org.recyclegan.recycle.config.NetworkSizes;
import org.recyclegan.recycle.config.ObjectiveOptions;
import org.recyclegan.recycle.nn.Adam;
import org.recyclegan.recycle.nn.Network;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.objective.DiscriminatorObjective;
import org.recyclegan.recycle.objective.GeneratorObjective;
import org.recyclegan.recycle.objective.RandomInputs;
import org.recyclegan.recycle.objective.RecycleGan;
import org.recyclegan.recycle.objective.TripletBatch;
import org.recyclegan.recycle.objective.WeightedTerms;
import org.recyclegan.recycle.objective.terms.Terms;

/**
 * The same networks, objectives and optimiser in double precision, against PyTorch's in double
 * precision. In float32 a ReLU or an absolute difference within rounding of its kink takes the
 * other side now and then, and Adam turns gradients of pure rounding into whole steps; here neither
 * hides or fakes an error of the formulas.
 */
public final class DoubleParity implements AutoCloseable {

  private static final double RATE = 2e-4;

  private final Torch torch;
  private final NDManager scope;
  private final RecycleGan gan;
  private final GeneratorObjective generators;
  private final DiscriminatorObjective discriminators;
  private final TripletBatch a;
  private final TripletBatch b;

  public DoubleParity(
      Torch torch,
      Golden start,
      NetworkSizes sizes,
      LossWeights weights,
      ObjectiveOptions objective) {
    this.torch = torch;
    scope = torch.manager().newSubManager();
    WeightedTerms terms = Terms.of(weights);
    int frames = objective.discriminatorFrames();
    gan = new RecycleGan(torch, sizes, terms.roles(), frames, Precision.FLOAT32, 1);
    gan.networks()
        .forEach(
            (name, network) -> {
              network.setWeights(start.group("init/" + name + "/"));
              network.parameters().replaceAll(p -> doubled(p));
            });
    gan.networks(Phase.GENERATORS).forEach(network -> network.setLearning(true));
    generators = new GeneratorObjective(gan, terms, objective, torch.ops());
    discriminators = new DiscriminatorObjective(torch.ops(), terms.temporal(), objective);
    a = batch(start, "a");
    b = batch(start, "b");
  }

  private NDArray doubled(NDArray array) {
    NDArray copy = array.toType(DataType.FLOAT64, true);
    copy.attach(scope);
    return copy;
  }

  private TripletBatch batch(Golden start, String domain) {
    NDArray frames =
        torch
            .ops()
            .concat(
                scope,
                0,
                start.array(domain + 0),
                start.array(domain + 1),
                start.array(domain + 2));
    return new TripletBatch(scope, torch.ops(), doubled(frames));
  }

  /** The generators' terms, whose gradients are then the parameters'. */
  public GeneratorObjective.Result backward() {
    return generators.compute(
        torch,
        scope,
        a,
        b,
        RandomInputs.seeded(1),
        half -> torch.gradients(half.terms().sum(), 1, half.learning()));
  }

  /** The largest relative error of the terms. */
  public double terms(GeneratorObjective.Result result, Golden golden) {
    double largest = 0;
    Map<String, float[]> expected = golden.group("term/");
    Map<String, Double> found = result.values();
    if (!expected.keySet().equals(found.keySet())) {
      throw new AssertionError(expected.keySet() + " but " + found.keySet());
    }
    for (Map.Entry<String, float[]> term : expected.entrySet()) {
      double value = term.getValue()[0];
      largest = Math.max(largest, Math.abs(found.get(term.getKey()) - value) / value);
    }
    return largest;
  }

  /** The largest relative error of a discriminator's loss before any step. */
  public double judgements(GeneratorObjective.Result result, Golden golden) {
    double errorA = judgement("discriminator_a", a, result.fakesA(), golden);
    double errorB = judgement("discriminator_b", b, result.fakesB(), golden);
    return Math.max(errorA, errorB);
  }

  private double judgement(String name, TripletBatch reals, NDArray fakes, Golden golden) {
    double expected = golden.scalar("step0/" + name);
    NDArray loss =
        torch.inferring(() -> discriminators.compute(scope, gan.network(name), reals, fakes));
    return Math.abs(loss.toType(DataType.FLOAT32, true).getFloat() - expected) / expected;
  }

  /** The largest error in norm of a parameter's gradient, relative to its layer's weights'. */
  public double gradients(Golden golden) {
    double largest = 0;
    for (Map.Entry<String, Network> entry : gan.networks().entrySet()) {
      if (entry.getKey().startsWith("discriminator")) {
        continue;
      }
      Map<String, float[]> expected = golden.group("grad/" + entry.getKey() + "/");
      Network network = entry.getValue();
      for (int i = 0; i < network.parameters().size(); i++) {
        String key = network.architecture().parameters().get(i).name();
        double scale =
            Math.max(norm(expected.get(key)), norm(expected.get(key.replace("bias", "weight"))));
        double error = distance(expected.get(key), network.gradients().get(i).toDoubleArray());
        largest = Math.max(largest, error / scale);
      }
    }
    return largest;
  }

  /** The largest absolute error of any weight or bias after three steps. */
  public double weightsAfterThreeSteps(Golden golden) {
    Adam adam = new Adam(torch, 0.5, 0.999, gan.networks(Phase.GENERATORS));
    Adam adamB = new Adam(torch, 0.5, 0.999, List.of(gan.network("discriminator_b")));
    Adam adamA = new Adam(torch, 0.5, 0.999, List.of(gan.network("discriminator_a")));
    gan.networks(Phase.GENERATORS).forEach(Network::discardGradients);
    for (int step = 0; step < 3; step++) {
      GeneratorObjective.Result result = backward();
      adam.update(RATE);
      judge("discriminator_b", b, result.fakesB(), adamB);
      judge("discriminator_a", a, result.fakesA(), adamA);
    }
    double largest = 0;
    for (Map.Entry<String, Network> entry : gan.networks().entrySet()) {
      Map<String, float[]> expected = golden.group("final/" + entry.getKey() + "/");
      NDList found = entry.getValue().parameters();
      for (int i = 0; i < found.size(); i++) {
        String key = entry.getValue().architecture().parameters().get(i).name();
        double[] values = found.get(i).toDoubleArray();
        for (int j = 0; j < values.length; j++) {
          largest = Math.max(largest, Math.abs(values[j] - expected.get(key)[j]));
        }
      }
    }
    return largest;
  }

  private void judge(String name, TripletBatch reals, NDArray fakes, Adam adam) {
    Network discriminator = gan.network(name);
    NDArray shown = torch.ops().detach(scope, fakes);
    discriminator.setLearning(true);
    NDArray loss =
        torch.differentiating(() -> discriminators.compute(scope, discriminator, reals, shown));
    torch.backward(loss, 1, List.of(discriminator));
    adam.update(RATE);
    discriminator.setLearning(false);
  }

  private static double norm(float[] x) {
    return distance(x, new double[x.length]);
  }

  private static double distance(float[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - y[i]) * (x[i] - y[i]);
    }
    return Math.sqrt(sum);
  }

  @Override
  public void close() {
    gan.close();
    scope.close();
  }
}
