/** What templates may call: filters, tests, functions, and methods of strings and collections. */
@NullMarked
package lathe.text.jinja.library;

import org.jspecify.annotations.NullMarked;
