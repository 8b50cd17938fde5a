/** What tokenizers learn from: texts, and counts of their pieces within a limit of memory. */
@NullMarked
package lathe.tokenize.corpus;

import org.jspecify.annotations.NullMarked;
