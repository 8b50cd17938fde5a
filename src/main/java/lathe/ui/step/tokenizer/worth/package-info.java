/** What the tokenizer is worth on the corpus. */
@NullMarked
package lathe.ui.step.tokenizer.worth;

import org.jspecify.annotations.NullMarked;
