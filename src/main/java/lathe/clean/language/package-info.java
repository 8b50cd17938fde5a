/** The rule that keeps texts in certain languages. */
@NullMarked
package lathe.clean.language;

import org.jspecify.annotations.NullMarked;
