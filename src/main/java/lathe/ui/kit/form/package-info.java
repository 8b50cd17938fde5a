/** Forms that are drawn from the settings table and edit the recipe. */
@NullMarked
package lathe.ui.kit.form;

import org.jspecify.annotations.NullMarked;
