/**
 * Two drawn characters that share their expressions: {@link org.recyclegan.worlds.faces.Faces}.
 * {@code FaceLook} holds their proportions and colours, {@code Head} where things are on a turned
 * head, {@code FaceSkin} the order of painting, {@code FacialFeatures} the parts that move.
 */
@NullMarked
package org.recyclegan.worlds.faces;

import org.jspecify.annotations.NullMarked;
