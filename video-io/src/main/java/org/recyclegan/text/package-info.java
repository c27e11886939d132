/** Words for messages: {@link org.recyclegan.text.Nearest} asks what a misspelt name may mean. */
@NullMarked
package org.recyclegan.text;

import org.jspecify.annotations.NullMarked;
