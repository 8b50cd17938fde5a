/** The tokenizer beside another. */
@NullMarked
package lathe.ui.step.tokenizer.compare;

import org.jspecify.annotations.NullMarked;
