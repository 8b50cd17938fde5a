/** Language models: their shape, weights and adapters, the files these lie in, and the programs that they need. */
@NullMarked
package lathe.model;

import org.jspecify.annotations.NullMarked;
