/** Jinja templates as Hugging Face's chat templates use them: read, checked and rendered within limits. */
@NullMarked
package lathe.text.jinja;

import org.jspecify.annotations.NullMarked;
