/** Byte-pair encoding by the merges of a {@code tokenizer.json}. */
@NullMarked
package lathe.text.encode.bpe;

import org.jspecify.annotations.NullMarked;
