/** What a tokenizer is worth on a text, before it is used. */
@NullMarked
package lathe.tokenize.quality;

import org.jspecify.annotations.NullMarked;
