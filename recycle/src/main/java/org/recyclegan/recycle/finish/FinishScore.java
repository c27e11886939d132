package org.recyclegan.recycle.finish;

/**
 * How a finish does on held-out frames of the target: translated back, and then as any source.
 *
 * @param finish that was measured
 * @param ssim mean structural similarity of luma to the true frames, 1 at best
 * @param psnr mean peak signal-to-noise ratio to them, in dB
 * @param sharpness gradient energy over theirs; 1 for what is as sharp
 */
public record FinishScore(FinishKind finish, double ssim, double psnr, double sharpness) {}
