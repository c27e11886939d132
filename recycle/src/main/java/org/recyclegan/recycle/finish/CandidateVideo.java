package org.recyclegan.recycle.finish;

import org.recyclegan.video.Size;

/**
 * What an index says of a video.
 *
 * @param sha256 of its contents
 * @param size of its frames
 * @param frames that it yields
 */
public record CandidateVideo(String sha256, Size size, int frames) {}
