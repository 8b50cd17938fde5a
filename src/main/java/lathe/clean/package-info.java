/** Cleaning: every rule measures, then bounds decide; each record that goes is written down with its reason. */
@NullMarked
package lathe.clean;

import org.jspecify.annotations.NullMarked;
