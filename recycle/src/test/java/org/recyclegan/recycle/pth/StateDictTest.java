package org.recyclegan.recycle.pth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recyclegan.recycle.Resources;
import org.recyclegan.recycle.exchange.PthFiles;
import org.recyclegan.video.InputException;

/** Pickles written by hand, one byte an instruction, in ISO 8859-1. */
class StateDictTest {

  private static final String KEY = "model.1.weight";
  private static final String PROTOCOL = "\u0080\2";

  /** Lists of the list before, twice: to print, hash or compare the last takes 2^60 steps. */
  private static final String LAUGHING_LISTS = laughingLists();

  private static final String LAST_LIST = "h;";

  @TempDir private Path folder;

  private static String laughingLists() {
    StringBuilder lists = new StringBuilder("]q\0");
    for (char i = 1; i < 60; i++) {
      char before = (char) (i - 1);
      lists
          .append("]q")
          .append(i)
          .append("(h")
          .append(before)
          .append('h')
          .append(before)
          .append('e');
    }
    return lists.toString();
  }

  private static String integer(int value) {
    byte[] bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    return "J" + new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String storage(int elements) {
    return "("
        + PthFiles.string("storage")
        + "ctorch\nFloatStorage\n"
        + PthFiles.string("0")
        + PthFiles.string("cpu")
        + integer(elements)
        + "tQ";
  }

  /** A tensor of one side. */
  private static String tensor(int elements, int offset, int side, int stride) {
    return "ctorch._utils\n_rebuild_tensor_v2\n("
        + storage(elements)
        + integer(offset)
        + integer(side)
        + "\u0085"
        + integer(stride)
        + "\u0085tR";
  }

  private static String entry(String name, String value) {
    return "}" + PthFiles.string(name) + value + "s";
  }

  /** What is refused, and what the message says of it. */
  private static List<List<String>> hostile() {
    return List.of(
        List.of(LAUGHING_LISTS + "}" + LAST_LIST + "K\1s", "no name but a list"),
        List.of(
            LAUGHING_LISTS + "ccollections\nOrderedDict\n]" + LAST_LIST + "K\1\u0086a\u0085R",
            "no name but a list"),
        List.of(entry("a", "]" + "]".repeat(100_000) + "a".repeat(100_000)), "an entry a"),
        List.of("}" + "]".repeat(100_000) + "a".repeat(99_999) + "K\1s", "no name but a list"),
        List.of("}q\0h\0K\1s", "no name but a dictionary"),
        List.of(LAUGHING_LISTS + entry("a", LAST_LIST), "an entry a"),
        List.of(LAUGHING_LISTS + "(" + LAST_LIST + "K\1tQ", "the persistent id a list"),
        List.of("(" + PthFiles.string("module") + "tQ", "the persistent id module"),
        List.of(
            LAUGHING_LISTS
                + "ctorch._utils\n_rebuild_tensor_v2\n("
                + storage(5)
                + LAST_LIST
                + "))tR",
            "the number a list"),
        List.of(entry("k".repeat(100_000), tensor(5, 0, 5, 1)), "a name of 100000 characters"),
        List.of(entry("\u001b[31m", tensor(5, 0, 5, 1)), "?[31m"),
        List.of("}(" + (PthFiles.string("a") + "K\1").repeat(2) + "u", "two entries a"),
        List.of(
            entry(KEY, tensor(5, -1, 5, 1)), KEY + " of shape [5] and strides [1] from element -1"),
        List.of(entry(KEY, tensor(5, 1, 5, 1)), KEY),
        List.of(entry(KEY, tensor(5, 4, 5, -1)), KEY),
        List.of(entry(KEY, tensor(5, 0, -5, 1)), KEY),
        List.of(entry(KEY, tensor(1, 0, 5, 0)), KEY),
        List.of(entry(KEY, tensor(500_000_000, 0, 2, 400_000_000)), KEY),
        List.of(entry(KEY, tensor(-5, 0, 5, 1)), "storage 0 of -5"),
        List.of("cos\nsystem\n" + PthFiles.string("true") + "\u0085R", "os.system"),
        List.of("(cos\nsystem\n" + PthFiles.string("true") + "o", "os.system"),
        List.of("(ios\nsystem\n", "0x69"),
        List.of("\u0082\1", "0x82"),
        List.of(PthFiles.string("os") + PthFiles.string("system") + "\u0093", "0x93"),
        List.of("\u0093", "0x93"),
        List.of("b", ""));
  }

  @ParameterizedTest(name = "{index}") // The arguments are long and not printable.
  @MethodSource("hostile")
  void aHostilePickleIsRefusedAtOnce(List<String> test) throws IOException {
    Path file = folder.resolve("hostile.pth");
    PthFiles.write(file, (PROTOCOL + test.get(0) + ".").getBytes(StandardCharsets.ISO_8859_1));
    InputException e =
        assertTimeoutPreemptively(
            Duration.ofMinutes(1),
            () -> assertThrows(InputException.class, () -> StateDict.open(file)));
    String message = e.getMessage();
    assertTrue(message.contains(test.get(1)) && message.contains("hostile.pth"), message);
    assertTrue(message.length() < 1000 && message.chars().allMatch(c -> c >= ' '), message);
  }

  /** The bytes above are a pickle: only what is meant to be wrong in them is. */
  @Test
  void aTensorWrittenByHandIsRead() throws IOException {
    Path file = folder.resolve("good.pth");
    String pickle = PROTOCOL + entry(KEY, tensor(5, 1, 2, 3)) + ".";
    PthFiles.write(file, pickle.getBytes(StandardCharsets.ISO_8859_1));
    try (StateDict tensors = StateDict.open(file)) {
      assertEquals(Map.of(KEY, List.of(2L)), tensors.shapes());
      InputException e = assertThrows(InputException.class, () -> tensors.values(KEY));
      assertTrue(e.getMessage().contains("no entry archive/data/0, for tensor " + KEY));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"data.pkl", "data/2"})
  void aDamagedEntryIsFoundByItsChecksum(String damaged) throws IOException {
    Path file = folder.resolve("damaged.pth");
    Files.copy(Resources.path("/pth/zip/latest_net_G_A.pth"), file);
    byte[] whole = Files.readAllBytes(file);
    byte[][] contents = new byte[1][];
    PthFiles.rewrite(
        file,
        folder.resolve("unused"),
        (name, bytes) -> {
          if (name.equals(damaged)) {
            contents[0] = bytes;
          }
          return bytes;
        });
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    int place = text.indexOf(new String(contents[0], StandardCharsets.ISO_8859_1));
    whole[place + contents[0].length - 3] ^= 1;
    Files.write(file, whole);
    InputException e = assertThrows(InputException.class, () -> readAll(file));
    assertTrue(e.getMessage().contains(damaged + " damaged"), e.getMessage());
  }

  private static void readAll(Path file) throws IOException {
    try (StateDict tensors = StateDict.open(file)) {
      for (String name : tensors.shapes().keySet()) {
        tensors.values(name);
      }
    }
  }
}
