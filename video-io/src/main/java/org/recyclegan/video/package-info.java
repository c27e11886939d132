/**
 * Reads and writes video as frames of plain RGB. This is the lowest layer; it knows nothing of
 * networks.
 *
 * <p>Four entry points:
 *
 * <ul>
 *   <li>{@link org.recyclegan.video.decode.VideoReader} opens a video file, an animated GIF, a
 *       picture or a folder of pictures as a {@link org.recyclegan.video.FrameSource}, and
 *       describes them;
 *   <li>{@link org.recyclegan.video.encode.VideoWriter} is the {@link
 *       org.recyclegan.video.FrameSink} for all kinds of output, chosen by the extension;
 *   <li>{@link org.recyclegan.video.store.FrameStore} keeps the training frames of a domain in one
 *       mapped file, from which {@link org.recyclegan.video.store.Triplets} are drawn;
 *   <li>{@link org.recyclegan.video.Resampler} is the only way of resizing.
 * </ul>
 *
 * <p>{@link org.recyclegan.video.ReadAhead} decodes on a separate thread while its reader works.
 * Frames come and go one at a time, so memory does not grow with the length of a video. A copy of a
 * video at half its size, with its sound:
 *
 * <pre>{@code
 * try (FrameSource source = VideoReader.open(input)) {
 *   VideoInfo from = source.info();
 *   Size size = new Size(Math.max(1, from.width() / 2), Math.max(1, from.height() / 2));
 *   Resampler shrink =
 *       Resampler.of(from.width(), from.height(), size.width(), size.height());
 *   VideoInfo to =
 *       new VideoInfo(
 *           size.width(), size.height(), from.rate(), from.timeBase(), from.frameCount(),
 *           from.hasAudio());
 *   WriteOptions options = WriteOptions.defaults().withAudioFrom(input);
 *   try (VideoWriter writer = VideoWriter.create(output, to, options)) {
 *     for (Frame frame = source.next(); frame != null; frame = source.next()) {
 *       writer.write(shrink.apply(frame));
 *     }
 *     writer.commit();
 *   }
 * }
 * }</pre>
 *
 * <h2>Guarantees</h2>
 *
 * <dl>
 *   <dt>Colours
 *   <dd>A {@link org.recyclegan.video.Frame} is 8-bit RGB, full range. The matrix, the range and
 *       the position of the chroma samples are those stated in the file. The defaults are the
 *       custom for its height, limited range, and chroma at the left. Outputs are tagged with their
 *       own. Lossless outputs come back to the bit, flat colours of lossy ones within 5 levels of
 *       255. HDR is neither tone mapped nor written.
 *   <dt>Orientation
 *   <dd>Frames are upright, whole and of square pixels: turned, cropped, deinterlaced and stretched
 *       as the file asks.
 *   <dt>Time
 *   <dd>Timestamps are exact, in ticks of {@link org.recyclegan.video.VideoInfo#timeBase()}, and
 *       increase strictly. They count from the start of the container, so sound stays in step.
 *       Variable rates are kept; .webm and .mkv round each time to 1/1000 s, .gif to 1/100 s.
 *   <dt>Sizes
 *   <dd>Any from 1x1 on, odd ones too; all frames of one video have one size, and writing never
 *       changes it. Reading refuses more than {@link org.recyclegan.video.ReadLimits} allow before
 *       it takes memory.
 *   <dt>Errors
 *   <dd>Unusable input is an {@link org.recyclegan.video.InputException} with a message for the
 *       user. Damage affects only the damaged frames and is reported in {@code warnings()}. An
 *       output has its final name only when it is complete.
 * </dl>
 *
 * <h2>Data flow</h2>
 *
 * <p>Reading: {@code InputContainer} opens the file, {@code Demuxer} takes the packets of one
 * stream, {@code VideoDecoder} makes pictures of them, {@code WholePictures} gives them their time
 * and deinterlaces, {@code RgbConverter} makes upright RGB; {@code FfmpegSource} holds them
 * together and {@code ImageFolder} lines up pictures.
 *
 * <p>Training: {@code FrameStoreBuilder} scales each frame to one short side, leaves out repeats,
 * notes shot cuts and appends it to the store's file; {@link org.recyclegan.video.store.FrameStore}
 * maps that file, and triplets are windows into it that cross no cut and no held-out part.
 *
 * <p>Writing: {@code VideoEncoder} converts and compresses, {@code ContainerSink} weaves in the
 * packets of {@code AudioCopier}, {@code Muxer} writes under a temporary name, and {@code
 * PendingFile} gives the final one.
 *
 * <p>{@link org.recyclegan.video.excerpt.Excerpt} is what the name of an input means where it names
 * a part of a video or a rectangle of its pictures.
 *
 * <p>Reading and writing share {@code Scaler} for colours, {@code FilterGraph} for filters and
 * {@code NativeCall} for FFmpeg's errors. Native memory is freed when its owner is closed.
 */
@NullMarked
package org.recyclegan.video;

import org.jspecify.annotations.NullMarked;
