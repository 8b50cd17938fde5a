/** From text to token ids and back, as a {@code tokenizer.json} says. */
@NullMarked
package lathe.text.encode;

import org.jspecify.annotations.NullMarked;
