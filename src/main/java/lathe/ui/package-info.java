/** The window: application, shell and the workbench that all steps share. */
@NullMarked
package lathe.ui;

import org.jspecify.annotations.NullMarked;
