/** The GGUF format itself, version 3: values, tensors, blocks of small numbers, and a reader that believes nothing. */
@NullMarked
package lathe.export.gguf.file;

import org.jspecify.annotations.NullMarked;
