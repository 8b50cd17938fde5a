/** In which language a text is. */
@NullMarked
package lathe.text.language;

import org.jspecify.annotations.NullMarked;
