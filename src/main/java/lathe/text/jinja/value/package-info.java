/** Values of templates with the meaning that Python gives them. */
@NullMarked
package lathe.text.jinja.value;

import org.jspecify.annotations.NullMarked;
