package org.recyclegan.cli;

import picocli.CommandLine.IVersionProvider;

/** Lines of {@code --version}: the project, its commit, the Java that runs it. */
public final class VersionProvider implements IVersionProvider {

  @Override
  public String[] getVersion() {
    BuildInfo build = BuildInfo.load();
    return new String[] {
      "recycle " + build.version(),
      "commit " + build.commit().orElse("unknown"),
      "Java " + Runtime.version() + " (" + System.getProperty("java.vm.name") + ")",
    };
  }
}
