/** Tokenizers of other programs: read into {@code tokenizer.json}, and written from it. */
@NullMarked
package lathe.tokenize.convert;

import org.jspecify.annotations.NullMarked;
