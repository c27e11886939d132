package org.recyclegan.recycle.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recyclegan.recycle.config.Method;
import org.recyclegan.recycle.nn.Precision;
import org.recyclegan.recycle.nn.Torch;
import org.recyclegan.recycle.objective.RecycleGan;
import org.recyclegan.recycle.objective.terms.Terms;

class CollapseWatchTest {

  private static final int SIDE = 32;

  /** Four frames of stripes, each at another place. */
  private static float[] stripes(int step) {
    float[] values = new float[4 * 3 * SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      int frame = i / (3 * SIDE * SIDE);
      values[i] = (i + step * frame) % 8 < 4 ? -0.8f : 0.8f;
    }
    return values;
  }

  private static RecycleGan gan(Torch torch) {
    return new RecycleGan(
        torch,
        TrainerTest.config(Method.CYCLEGAN, 0).networks(),
        Terms.of(Method.CYCLEGAN.weights()).roles(),
        1,
        Precision.FLOAT32,
        1);
  }

  private static Map<String, String> find(String weight, float value, int step) {
    try (Torch torch = Torch.open(Device.cpu());
        RecycleGan gan = gan(torch);
        NDManager scope = torch.manager().newSubManager()) {
      NDArray frames = scope.create(stripes(step), new Shape(4, 3, SIDE, SIDE));
      Map<String, float[]> weights = gan.network("generator_ab").weights();
      if (!weight.isEmpty()) {
        Arrays.fill(weights.get(weight), value);
        gan.network("generator_ab").setWeights(weights);
      }
      return new CollapseWatch(torch, gan, frames, frames).find();
    }
  }

  private static String lastWeight() {
    try (Torch torch = Torch.open(Device.cpu());
        RecycleGan gan = gan(torch)) {
      return gan.network("generator_ab").weights().keySet().stream()
          .filter(name -> name.endsWith("weight"))
          .reduce((a, b) -> b)
          .orElseThrow();
    }
  }

  @Test
  void freshGeneratorsHaveNotCollapsed() {
    assertEquals(Map.of(), find("", 0, 1));
  }

  @Test
  void picturesOfOneColourAreACollapse() {
    Map<String, String> found = find(lastWeight(), 0, 1);
    assertEquals(1, found.size(), found.toString());
    assertTrue(found.get("generator_ab").contains("(0.0000)"));
  }

  @Test
  void stillFramesAreNotBlamedOnTheGenerator() {
    assertEquals(Map.of(), find("", 0, 0));
  }

  /** Without its first layer's weights a generator sees nothing but the borders it pads. */
  @Test
  void onePictureForAllIsACollapse() {
    String first = "model.1.weight";
    Map<String, String> found = find(first, 0, 1);
    assertEquals(1, found.size(), found.toString());
  }

  @Test
  void aWarningIsGivenOnceAndAgainAfterRecovery() {
    try (Torch torch = Torch.open(Device.cpu());
        RecycleGan gan = gan(torch);
        NDManager scope = torch.manager().newSubManager()) {
      NDArray frames = scope.create(stripes(1), new Shape(4, 3, SIDE, SIDE));
      CollapseWatch watch = new CollapseWatch(torch, gan, frames, frames);
      Map<String, String> collapsed = Map.of("generator_ab", "pictures of one colour");
      assertNotNull(watch.warning(collapsed, 10));
      assertNull(watch.warning(collapsed, 20));
      assertNull(watch.warning(Map.of(), 30));
      assertNotNull(watch.warning(collapsed, 40));
    }
  }
}
