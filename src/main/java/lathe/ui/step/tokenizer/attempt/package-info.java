/** Any text, cut by the tokenizer. */
@NullMarked
package lathe.ui.step.tokenizer.attempt;

import org.jspecify.annotations.NullMarked;
