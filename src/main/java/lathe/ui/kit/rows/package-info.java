/** Lists of millions of rows, of which only those in view are read. */
@NullMarked
package lathe.ui.kit.rows;

import org.jspecify.annotations.NullMarked;
