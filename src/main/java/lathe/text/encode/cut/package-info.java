/** The pre-tokenizers of a {@code tokenizer.json}. */
@NullMarked
package lathe.text.encode.cut;

import org.jspecify.annotations.NullMarked;
