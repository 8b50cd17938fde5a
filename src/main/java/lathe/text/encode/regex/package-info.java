/** Oniguruma's regular expressions on Java's engine, with Unicode 16 under every Java. */
@NullMarked
package lathe.text.encode.regex;

import org.jspecify.annotations.NullMarked;
