/** One record in several lights: as a person reads it, as a model is given it, as it is stored. */
@NullMarked
package lathe.ui.step.corpus.look;

import org.jspecify.annotations.NullMarked;
