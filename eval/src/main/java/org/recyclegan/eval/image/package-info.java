/**
 * Compares two pictures: {@link org.recyclegan.eval.image.Psnr}, {@link
 * org.recyclegan.eval.image.Ssim} and {@link org.recyclegan.eval.image.MsSsim}. Pure arithmetic in
 * double precision on 8-bit frames of one size.
 */
@NullMarked
package org.recyclegan.eval.image;

import org.jspecify.annotations.NullMarked;
