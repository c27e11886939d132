package org.recyclegan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class BuildInfoTest {

  private static BuildInfo of(String commit, String dirty) {
    Properties properties = new Properties();
    properties.setProperty("version", "1.2.3");
    properties.setProperty("commit", commit);
    properties.setProperty("dirty", dirty);
    return BuildInfo.of(properties);
  }

  @Test
  void mavenHasFilledInTheVersion() {
    assertFalse(BuildInfo.load().version().contains("$"));
  }

  @Test
  void changedTreesSaySo() {
    assertEquals(Optional.of("abc"), of("abc", "false").commit());
    assertEquals(Optional.of("abc-dirty"), of("abc", "true").commit());
  }

  @Test
  void outsideGitTheCommitIsUnknown() {
    assertEquals(Optional.empty(), of("${git.commit.id.abbrev}", "${git.dirty}").commit());
    assertEquals(Optional.empty(), of("", "").commit());
  }
}
