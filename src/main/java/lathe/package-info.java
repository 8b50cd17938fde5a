/** Where the program starts. */
@NullMarked
package lathe;

import org.jspecify.annotations.NullMarked;
