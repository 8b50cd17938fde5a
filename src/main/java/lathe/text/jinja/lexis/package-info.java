/** The words that a template is written in. */
@NullMarked
package lathe.text.jinja.lexis;

import org.jspecify.annotations.NullMarked;
