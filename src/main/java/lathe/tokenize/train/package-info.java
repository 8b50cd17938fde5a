/** What all trainers of tokenizers share: how they cut text, what they make, and the files they end in. */
@NullMarked
package lathe.tokenize.train;

import org.jspecify.annotations.NullMarked;
