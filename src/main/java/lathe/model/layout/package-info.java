/** The tensors that follow from an architecture: their names, shapes, order, and first values. */
@NullMarked
package lathe.model.layout;

import org.jspecify.annotations.NullMarked;
