/** Rules tried on a sample: what is measured, decided and counted, without controls. */
@NullMarked
package lathe.ui.step.clean.trial;

import org.jspecify.annotations.NullMarked;
