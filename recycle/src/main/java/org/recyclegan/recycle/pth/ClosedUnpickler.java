package org.recyclegan.recycle.pth;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pickle of a state dictionary and nothing else. The library's table of constructors is
 * never asked: a global name is one of the few below or refused, and so is an instruction. Strings
 * are not believed to be longer than what is left to read. Objects of the pickle are never hashed,
 * compared or printed as a whole: lists in lists take forever.
 */
final class ClosedUnpickler extends Unpickler {

  /** The instructions that PyTorch's writer (protocol 2) uses for a state dictionary. */
  private static final Set<Short> INSTRUCTIONS =
      Set.of(
          Opcodes.PROTO,
          Opcodes.STOP,
          Opcodes.MARK,
          Opcodes.REDUCE,
          Opcodes.BINPERSID,
          Opcodes.NONE,
          Opcodes.NEWTRUE,
          Opcodes.NEWFALSE,
          Opcodes.BININT,
          Opcodes.BININT1,
          Opcodes.BININT2,
          Opcodes.LONG1,
          Opcodes.BINPUT,
          Opcodes.LONG_BINPUT,
          Opcodes.BINGET,
          Opcodes.LONG_BINGET,
          Opcodes.EMPTY_LIST,
          Opcodes.EMPTY_TUPLE,
          Opcodes.TUPLE,
          Opcodes.TUPLE1,
          Opcodes.TUPLE2,
          Opcodes.TUPLE3,
          Opcodes.APPEND,
          Opcodes.APPENDS,
          Opcodes.SHORT_BINSTRING);

  private final Consumer<StorageReference> storages;

  /** Reads pickles and reports every storage that they name. */
  ClosedUnpickler(Consumer<StorageReference> storages) {
    this.storages = storages;
  }

  /** Reads one pickle; the stream is left after it, because older files hold several in a row. */
  @Nullable Object read(ByteArrayInputStream in) {
    memo.clear();
    try {
      return load(in);
    } catch (IOException e) {
      throw new RefusedException("a pickle that is cut short");
    }
  }

  @Override
  protected Object dispatch(short instruction) throws IOException {
    switch (instruction) {
      case Opcodes.GLOBAL -> {
        stack.add(constructor(PickleUtils.readline(input), PickleUtils.readline(input)));
        return NO_RETURN_VALUE;
      }
      case Opcodes.SETITEM -> {
        Object value = stack.pop();
        Object key = stack.pop();
        put((Map<?, ?>) stack.peek(), key, value);
        return NO_RETURN_VALUE;
      }
      case Opcodes.SETITEMS -> {
        List<Object> items = stack.pop_all_since_marker();
        for (int i = 0; i < items.size(); i += 2) {
          put((Map<?, ?>) stack.peek(), items.get(i), items.get(i + 1));
        }
        return NO_RETURN_VALUE;
      }
      case Opcodes.EMPTY_DICT -> {
        stack.add(new LinkedHashMap<>());
        return NO_RETURN_VALUE;
      }
      case Opcodes.BUILD -> {
        // Attributes of an ordered dictionary: version numbers of modules. The dictionary stays.
        stack.pop();
        return NO_RETURN_VALUE;
      }
      case Opcodes.BINUNICODE, Opcodes.BINSTRING -> {
        checkLength();
        return super.dispatch(instruction);
      }
      default -> {
        if (!INSTRUCTIONS.contains(instruction)) {
          throw new RefusedException(
              String.format(Locale.ROOT, "the pickle instruction 0x%02x", instruction));
        }
        return super.dispatch(instruction);
      }
    }
  }

  @SuppressWarnings("unchecked") // Every dictionary here was made here, for any objects.
  private static void put(Map<?, ?> dictionary, Object key, Object value) {
    if (!(key instanceof String || key instanceof Integer)) {
      throw new RefusedException("a dictionary's key that is no name but " + describe(key));
    }
    if (dictionary.containsKey(key)) {
      throw new RefusedException("a dictionary with two entries " + key);
    }
    ((Map<Object, Object>) dictionary).put(key, value);
  }

  /** The object in words; what it contains is left out. */
  static String describe(@Nullable Object object) {
    if (object == null || object instanceof Number || object instanceof String) {
      return String.valueOf(object);
    }
    if (object instanceof Map) {
      return "a dictionary";
    }
    return object instanceof List ? "a list" : "a tuple or tensor";
  }

  private void checkLength() throws IOException {
    input.mark(Integer.BYTES);
    long length = PickleUtils.bytes_to_uint(PickleUtils.readbytes(input, Integer.BYTES), 0);
    if (length > input.available()) {
      throw new RefusedException("a string of " + length + " bytes");
    }
    input.reset();
  }

  private static IObjectConstructor constructor(String module, String name) {
    String global = module + "." + name;
    switch (global) {
      case "collections.OrderedDict" -> {
        return ClosedUnpickler::dictionary;
      }
      case "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2" -> {
        return ClosedUnpickler::tensor;
      }
      case "torch._utils._rebuild_parameter" -> {
        return arguments -> arguments[0];
      }
      default -> {
        StorageType type = module.equals("torch") ? StorageType.ofClass(name) : null;
        if (type == null) {
          throw new RefusedException("the name " + global);
        }
        return new StorageClass(type);
      }
    }
  }

  /** A storage's class: only named in the pickle, never called. */
  private record StorageClass(StorageType type) implements IObjectConstructor {
    @Override
    public Object construct(Object[] arguments) {
      throw new RefusedException("a call of a storage's class");
    }
  }

  private static Object dictionary(Object[] arguments) {
    Map<Object, Object> dictionary = new LinkedHashMap<>();
    if (arguments.length > 0) {
      // Python 2 wrote the pairs as an argument.
      for (Object pair : (List<?>) arguments[0]) {
        Object[] entry = pair instanceof List<?> list ? list.toArray() : (Object[]) pair;
        put(dictionary, entry[0], entry[1]);
      }
    }
    return dictionary;
  }

  private static Object tensor(Object[] arguments) {
    return new TensorReference(
        (StorageReference) arguments[0],
        integer(arguments[1]),
        integers(arguments[2]),
        integers(arguments[3]));
  }

  @Override
  protected Object persistentLoad(Object id) {
    Object[] parts = (Object[]) id;
    if (!(parts[0] instanceof String kind && kind.equals("storage"))) {
      throw new RefusedException("the persistent id " + describe(parts[0]));
    }
    if (parts.length > 5 && parts[5] != null) {
      throw new RefusedException("a storage that is a view of another");
    }
    StorageReference storage =
        new StorageReference(
            ((StorageClass) parts[1]).type(), (String) parts[2], integer(parts[4]));
    storages.accept(storage);
    return storage;
  }

  private static List<Long> integers(Object tuple) {
    List<Long> integers = new ArrayList<>();
    for (Object part : (Object[]) tuple) {
      integers.add(integer(part));
    }
    return List.copyOf(integers);
  }

  private static long integer(Object number) {
    if (number instanceof Integer || number instanceof Long) {
      return ((Number) number).longValue();
    }
    throw new RefusedException("the number " + describe(number));
  }
}
