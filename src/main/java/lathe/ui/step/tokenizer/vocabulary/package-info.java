/** The tokens, and how each came to be. */
@NullMarked
package lathe.ui.step.tokenizer.vocabulary;

import org.jspecify.annotations.NullMarked;
