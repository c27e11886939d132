package org.recyclegan.video.excerpt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recyclegan.video.FrameOpener;
import org.recyclegan.video.FrameSource;
import org.recyclegan.video.InputException;

/**
 * What the name of an input means: {@code clip.mp4#0:10-0:20} is a part of {@code clip.mp4} in
 * time, {@code clip.mp4#xywh=160,90,320,180} a rectangle of its pictures, {@code
 * clip.mp4#region=face} what is found in them; a part and a region may stand one after the other. A
 * file whose own name is the whole text is taken whole.
 *
 * @param file a video file or a folder of pictures
 * @param part of it in time
 * @param framing of its pictures; empty for all of them
 */
public record Excerpt(Path file, Part part, Optional<Framing> framing) {

  private static final char MARK = '#';
  private static final String BOX = "xywh=";
  private static final String FOUND = "region=";

  /**
   * Reads a name.
   *
   * @param name of a file or a folder, perhaps with marks
   * @return the excerpt; the name as a file where nothing of that name exists with or without marks
   * @throws InputException if the file is there and a mark after its name means nothing
   */
  public static Excerpt of(Path name) throws InputException {
    Path last = name.getFileName();
    if (last == null || last.toString().indexOf(MARK) < 0 || Files.exists(name)) {
      return new Excerpt(name, Part.ALL, Optional.empty());
    }
    String text = last.toString();
    List<String> marks = new ArrayList<>();
    for (int at = text.lastIndexOf(MARK); at > 0; at = text.lastIndexOf(MARK)) {
      marks.add(text.substring(at + 1));
      text = text.substring(0, at);
      Path file = name.resolveSibling(text);
      if (Files.exists(file)) {
        return read(name, file, marks);
      }
    }
    return new Excerpt(name, Part.ALL, Optional.empty());
  }

  private static Excerpt read(Path name, Path file, List<String> marks) throws InputException {
    Part part = Part.ALL;
    Optional<Framing> framing = Optional.empty();
    try {
      for (String mark : marks) {
        if (mark.startsWith(BOX) && framing.isEmpty()) {
          framing = Optional.of(Framings.parse(mark.substring(BOX.length())));
        } else if (mark.startsWith(FOUND) && framing.isEmpty()) {
          framing = Optional.of(Framings.parse(mark.substring(FOUND.length())));
        } else if (part.isAll()) {
          part = Part.parse(mark);
        } else {
          throw new IllegalArgumentException("expected one part, found '" + mark + "' too");
        }
      }
    } catch (IllegalArgumentException e) {
      InputException refusal =
          InputException.told(
              name
                  + ": what follows the name of the file after # is no part of it: "
                  + e.getMessage()
                  + ". Write it as "
                  + file.getFileName()
                  + "#0:10-0:20, or without #.");
      refusal.initCause(e);
      throw refusal;
    }
    return new Excerpt(file, part, framing);
  }

  /**
   * Returns a part of it.
   *
   * @throws InputException if it is a part already
   */
  public Excerpt cut(Part newPart) throws InputException {
    if (!part.isAll()) {
      throw twice("part", part.toString(), newPart.toString());
    }
    return new Excerpt(file, newPart, framing);
  }

  /**
   * Returns a rectangle of it.
   *
   * @throws InputException if it is one already
   */
  public Excerpt crop(Framing newFraming) throws InputException {
    if (framing.isPresent()) {
      throw twice("region", framing.get().toString(), newFraming.toString());
    }
    return new Excerpt(file, part, Optional.of(newFraming));
  }

  private InputException twice(String what, String own, String other) {
    return new InputException(
        name() + ": two statements of its " + what,
        "one",
        own + " after the name of the file, and " + other,
        "Omit one of the two.");
  }

  /** Returns the same of the whole file's time. */
  public Excerpt whole() {
    return new Excerpt(file, Part.ALL, framing);
  }

  /** Returns whether it is a whole video. */
  public boolean isAll() {
    return part.isAll() && framing.isEmpty();
  }

  /** Returns what stands after the name of the file: the same for the same excerpt. */
  public String marks() {
    return (part.isAll() ? "" : MARK + part.toString())
        + framing.map(found -> MARK + (found instanceof Box ? BOX : FOUND) + found).orElse("");
  }

  /** Returns the name that {@link #of} reads as this. */
  public Path name() {
    return isAll() ? file : file.resolveSibling(file.getFileName() + marks());
  }

  /**
   * Opens it. Frames keep their times.
   *
   * @param files opens the file
   * @param tracks what was found in files before
   * @return its frames; to be closed
   * @throws InputException if the file cannot be used, or has no such excerpt
   * @throws IOException if reading fails
   */
  public FrameSource open(FrameOpener files, Tracks tracks) throws IOException {
    if (framing.isEmpty()) {
      return part(files);
    }
    BoxTrack track = tracks.of(this, framing.get(), files);
    return CropSource.of(part(files), track);
  }

  /** Opens whole pictures of its part. */
  FrameSource part(FrameOpener files) throws IOException {
    return PartSource.of(files.open(file), part, file.toString());
  }
}
