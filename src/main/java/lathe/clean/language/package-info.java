/** The rule that keeps texts in certain languages, and how a language is found. */
@NullMarked
package lathe.clean.language;

import org.jspecify.annotations.NullMarked;
