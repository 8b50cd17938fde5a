/** The rule that measures how surprising texts are, and the n-gram models by which it does. */
@NullMarked
package lathe.clean.perplexity;

import org.jspecify.annotations.NullMarked;
