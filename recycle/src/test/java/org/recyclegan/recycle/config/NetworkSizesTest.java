package org.recyclegan.recycle.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.recyclegan.json.Json;
import org.recyclegan.recycle.nn.PatchDiscriminator;
import org.recyclegan.recycle.nn.ResnetGenerator;
import org.recyclegan.recycle.nn.UnetPredictor;

class NetworkSizesTest {

  private static final NetworkSizes SIZES = new NetworkSizes(4, 3, 5, 2, 6, 7);

  @Test
  void eachRoleHasItsArchitecture() {
    assertEquals(new ResnetGenerator(4, 3), SIZES.of(NetworkRole.GENERATOR, 2));
    assertEquals(new PatchDiscriminator(5, 2, 2), SIZES.of(NetworkRole.DISCRIMINATOR, 2));
    assertEquals(new UnetPredictor(6, 7), SIZES.of(NetworkRole.PREDICTOR, 2));
  }

  @Test
  void jsonNamesTheArchitectureAndItsSizes() throws JsonProcessingException {
    String json = Json.RECORDS.line(SIZES);
    assertTrue(
        json.contains(
            "\"generator\":{\"architecture\":\"resnet\",\"sizes\":{\"blocks\":3,\"filters\":4}}"),
        json);
    assertEquals(SIZES, Json.RECORDS.parse(json, NetworkSizes.class));
  }

  @Test
  void aSizeIsChangedByItself() {
    NetworkSizes deeper = SIZES.with(NetworkRole.PREDICTOR, choice -> choice.withSize("depth", 8));
    assertEquals(new NetworkSizes(4, 3, 5, 2, 6, 8), deeper);
    assertEquals(8, deeper.size(NetworkRole.PREDICTOR, "depth"));
    assertThrows(IllegalArgumentException.class, () -> SIZES.size(NetworkRole.PREDICTOR, "blocks"));
  }

  @Test
  void whatAnArchitectureDoesNotHaveIsRefused() {
    refused("layers", choice -> choice.withSize("layers", 2));
    refused("at least 1", choice -> choice.withSize("blocks", 0));
    refused("resnett", choice -> choice.withArchitecture("resnett"));
  }

  /** A U-Net takes two frames, a patch discriminator makes judgements: neither translates. */
  @Test
  void anArchitectureMustFitItsRole() {
    refused("of 3", choice -> NetworkChoice.of("unet", "filters", 2, "depth", 5));
    refused("of 3", choice -> NetworkChoice.of("patch", "filters", 2, "layers", 2));
  }

  private static void refused(String word, UnaryOperator<NetworkChoice> change) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> SIZES.with(NetworkRole.GENERATOR, change));
    assertTrue(e.getMessage().contains(word), e.getMessage());
  }

  @Test
  void everyRoleNeedsANetwork() {
    NetworkChoice generator = SIZES.of(NetworkRole.GENERATOR);
    assertThrows(
        IllegalArgumentException.class, () -> NetworkSizes.of(Map.of("generator", generator)));
  }

  @Test
  void networksAreNamedForWhatTheyDo() {
    assertEquals(List.of("generator_ab", "generator_ba"), NetworkRole.GENERATOR.names());
    assertEquals(List.of("discriminator_a", "discriminator_b"), NetworkRole.DISCRIMINATOR.names());
    assertEquals(List.of("predictor_a", "predictor_b"), NetworkRole.PREDICTOR.names());
    assertEquals("generator_ab", NetworkRole.GENERATOR.of(Direction.A2B));
    assertEquals("discriminator_b", NetworkRole.DISCRIMINATOR.of(Direction.A2B));
    assertEquals("predictor_a", NetworkRole.PREDICTOR.of(Direction.B2A));
    assertEquals("b2a", Direction.A2B.back().toString());
  }
}
