/** What a decoder is made of, as traits that its config names, and the tensors that follow from them. */
@NullMarked
package lathe.model.arch;

import org.jspecify.annotations.NullMarked;
