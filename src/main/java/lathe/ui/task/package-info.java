/** Work off the JavaFX thread: the only threads of the window, and the watch over worker processes. */
@NullMarked
package lathe.ui.task;

import org.jspecify.annotations.NullMarked;
