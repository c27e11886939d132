package org.recyclegan.worlds.faces;

import java.util.List;
import org.recyclegan.worlds.drawing.Seeds;
import org.recyclegan.worlds.model.Motion;
import org.recyclegan.worlds.model.Side;
import org.recyclegan.worlds.model.Skin;
import org.recyclegan.worlds.model.World;

/**
 * A face that turns, talks, blinks and looks around. The state is the yaw of the head, -1 (to the
 * picture's left) to 1 (right); how far the mouth is open, 0 to 1; the brows, -1 (frowning) to 1
 * (raised); the blink, 0 (open) to 1 (shut); and the gaze within the head, -1 (left) to 1. Skin A
 * is a girl with a round face, skin B a bearded man with a long one.
 */
public final class Faces implements World {

  static final List<String> COLUMNS = List.of("yaw", "mouth", "brows", "blink", "gaze");

  /** Creates the world. */
  public Faces() {}

  @Override
  public String name() {
    return "faces";
  }

  @Override
  public String description() {
    return "a girl (A) and a bearded man (B) who turn, talk, blink and look around";
  }

  @Override
  public List<String> stateColumns() {
    return COLUMNS;
  }

  @Override
  public Motion motion(long seed) {
    return new FaceMotion(seed);
  }

  @Override
  public Skin skin(Side domain, int size, long seed) {
    FaceLook look = domain == Side.A ? FaceLook.girl() : FaceLook.man();
    return new FaceSkin(look, size, Seeds.mix(seed, domain.letter().charAt(0)));
  }

  @Override
  public boolean showsFaces() {
    return true;
  }
}
