/**
 * Unicode as the tokenizers' reference knows it, the same under every Java: classes, cases, normal forms, graphemes.
 */
@NullMarked
package lathe.text.unicode;

import org.jspecify.annotations.NullMarked;
