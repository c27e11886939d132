package ai.djl.pytorch.jni;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;

/**
 * Calls a TorchScript method with automatic differentiation switched on.
 *
 * <p>It stands in DJL's package because DJL's own entry ({@code IValueUtils.runMethod}) always runs
 * in inference mode, and the native call below it is visible only here. The compiler then checks
 * the call against the DJL version in use, which reflection would not. Nothing else may live in
 * this package.
 */
public final class ScriptCalls {

  private ScriptCalls() {}

  /**
   * Runs a method that returns one tensor.
   *
   * @param module a loaded TorchScript module
   * @param out the manager that will own the result
   * @param method the method's name
   * @param arguments the arguments after {@code self}; closed here
   * @throws ai.djl.engine.EngineException if the native call fails
   */
  public static NDArray call(
      PtSymbolBlock module, NDManager out, String method, IValue... arguments) {
    try (IValue result = run(module, method, arguments)) {
      return result.toTensor((PtNDManager) out);
    }
  }

  /**
   * Runs a method that returns a list of tensors.
   *
   * @param module a loaded TorchScript module
   * @param out the manager that will own the results
   * @param method the method's name
   * @param arguments the arguments after {@code self}; closed here
   * @throws ai.djl.engine.EngineException if the native call fails
   */
  public static NDArray[] callForList(
      PtSymbolBlock module, NDManager out, String method, IValue... arguments) {
    try (IValue result = run(module, method, arguments)) {
      PtNDArray[] tensors = result.toTensorArray((PtNDManager) out);
      return tensors;
    }
  }

  private static IValue run(PtSymbolBlock module, String method, IValue... arguments) {
    try {
      long[] handles = new long[arguments.length];
      for (int i = 0; i < handles.length; i++) {
        handles[i] = arguments[i].getHandle();
      }
      return new IValue(
          PyTorchLibrary.LIB.moduleRunMethod(module.getHandle(), method, handles, true, false));
    } finally {
      for (IValue argument : arguments) {
        argument.close();
      }
    }
  }
}
