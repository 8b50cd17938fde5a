/** What all trainers of tokenizers share: texts to learn from, counts, and the files they end in. */
@NullMarked
package lathe.tokenize.train;

import org.jspecify.annotations.NullMarked;
