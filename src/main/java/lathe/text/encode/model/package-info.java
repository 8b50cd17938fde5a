/** Models of a {@code tokenizer.json} that look words up, and what all models share. */
@NullMarked
package lathe.text.encode.model;

import org.jspecify.annotations.NullMarked;
