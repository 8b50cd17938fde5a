/** A whole {@code tokenizer.json} as a chain of parts, from text to ids and back. */
@NullMarked
package lathe.text.encode.chain;

import org.jspecify.annotations.NullMarked;
