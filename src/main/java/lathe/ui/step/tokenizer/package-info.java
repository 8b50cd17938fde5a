/** The tokenizer step of the window. */
@NullMarked
package lathe.ui.step.tokenizer;

import org.jspecify.annotations.NullMarked;
