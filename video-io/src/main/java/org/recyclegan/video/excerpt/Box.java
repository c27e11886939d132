package org.recyclegan.video.excerpt;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;
import org.recyclegan.video.Size;

/**
 * A rectangle of a picture, in pixels of the upright picture.
 *
 * @param x its left column, from 0
 * @param y its top row, from 0
 * @param width its columns, at least 1
 * @param height its rows, at least 1
 */
public record Box(int x, int y, int width, int height) implements Framing {

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,6}),(\\d{1,6}),(\\d{1,6}),(\\d{1,6})");

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a place is negative, or a side less than 1
   */
  public Box {
    if (x < 0 || y < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "expected x,y,w,h in pixels, with sides of at least 1, found '"
              + text(x, y, width, height)
              + "'");
    }
  }

  /**
   * Reads a rectangle.
   *
   * @param text such as {@code 160,90,320,180}: left, top, width, height
   * @throws IllegalArgumentException if it is none
   */
  public static Box parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("expected x,y,w,h in pixels, found '" + text + "'");
    }
    return new Box(
        Integer.parseInt(form.group(1)),
        Integer.parseInt(form.group(2)),
        Integer.parseInt(form.group(3)),
        Integer.parseInt(form.group(4)));
  }

  /** Returns its size. */
  public Size size() {
    return new Size(width, height);
  }

  @Override
  public BoxTrack track(Frames frames, String name) throws IOException {
    try (FrameSource source = frames.open()) {
      requireInside(name, new Size(source.info().width(), source.info().height()));
    }
    return BoxTrack.of(this);
  }

  /**
   * Makes sure that a picture has all of it.
   *
   * @param name of the picture, for the message
   * @throws InputException if it reaches beyond
   */
  public void requireInside(String name, Size picture) throws InputException {
    if (x + width > picture.width() || y + height > picture.height()) {
      throw new InputException(
          name + ": the `region` reaches beyond the picture",
          "x+w of at most " + picture.width() + " and y+h of at most " + picture.height(),
          this + ", where the picture has " + picture,
          "Give x,y,w,h in pixels of the upright picture.");
    }
  }

  private static String text(int x, int y, int width, int height) {
    return x + "," + y + "," + width + "," + height;
  }

  /** Returns the text that {@link #parse} reads as this rectangle. */
  @Override
  public String toString() {
    return text(x, y, width, height);
  }
}
