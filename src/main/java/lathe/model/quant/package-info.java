/** Weights of four bits: how they lie in memory, how they are made, and how programs read them. */
@NullMarked
package lathe.model.quant;

import org.jspecify.annotations.NullMarked;
