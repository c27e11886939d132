package org.recyclegan.recycle.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.ScriptCalls;

/** TorchScript methods compiled by {@link Torch#compile}; they take part in differentiation. */
public final class Script implements AutoCloseable {

  private final PtSymbolBlock module;

  Script(PtSymbolBlock module) {
    this.module = module;
  }

  /**
   * Runs a method that returns one tensor.
   *
   * @param out the manager that will own the result: a step's own, so that it dies with the step
   * @param method the method's name
   * @param arguments {@link NDArray}, {@link NDList}, {@link Integer}, {@link Double} or {@link
   *     Boolean}, as the method declares them
   */
  public NDArray call(NDManager out, String method, Object... arguments) {
    return ScriptCalls.call(module, out, method, values(arguments));
  }

  /** As {@link #call}, for a method that returns {@code List[Tensor]}. */
  NDList callForList(NDManager out, String method, Object... arguments) {
    return new NDList(ScriptCalls.callForList(module, out, method, values(arguments)));
  }

  private static IValue[] values(Object... arguments) {
    IValue[] values = new IValue[arguments.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(arguments[i]);
    }
    return values;
  }

  private static IValue value(Object argument) {
    if (argument instanceof NDArray array) {
      return IValue.from((PtNDArray) array);
    }
    if (argument instanceof NDList list) {
      return IValue.listFrom(list.stream().map(PtNDArray.class::cast).toArray(PtNDArray[]::new));
    }
    if (argument instanceof Integer number) {
      return IValue.from(number.longValue());
    }
    if (argument instanceof Double number) {
      return IValue.from(number.doubleValue());
    }
    if (argument instanceof Boolean flag) {
      return IValue.from(flag.booleanValue());
    }
    throw new IllegalArgumentException("No TorchScript form for " + argument.getClass());
  }

  @Override
  public void close() {
    module.close();
  }
}
