/** The records that stages hand on, and the files they rest in. */
@NullMarked
package lathe.data;

import org.jspecify.annotations.NullMarked;
