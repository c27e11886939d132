package org.recyclegan.recycle;

import ai.djl.Device;
import java.lang.reflect.Constructor;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.recyclegan.recycle.nn.Torch;

/**
 * Hands the constructor of a test class the engine: opened once for all its tests, on the
 * processor, and closed after the last.
 */
public final class OpenTorch implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(OpenTorch.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext ofClass) {
    return parameter.getDeclaringExecutable() instanceof Constructor<?>
        && parameter.getParameter().getType() == Torch.class;
  }

  @Override
  public Torch resolveParameter(ParameterContext parameter, ExtensionContext ofClass) {
    // A constructor's context is its class's, and what lies in a store is closed with the store.
    return ofClass
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Torch.class, type -> Torch.open(Device.cpu()), Torch.class);
  }
}
