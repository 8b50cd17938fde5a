/** The normalizers of a {@code tokenizer.json}. */
@NullMarked
package lathe.text.encode.normalize;

import org.jspecify.annotations.NullMarked;
