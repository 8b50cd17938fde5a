/** The decoders of a {@code tokenizer.json}. */
@NullMarked
package lathe.text.encode.decode;

import org.jspecify.annotations.NullMarked;
