package org.recyclegan.recycle.finish;

/**
 * What is shown for a frame of the source.
 *
 * @param video name of the file that it is from, without its folder
 * @param frame number in it, from 0
 * @param confidence 1 where the frame is just what the networks say, 0 where a frame taken at
 *     random would be as near
 */
public record ShownFrame(String video, int frame, double confidence) {}
