/** One file for llama.cpp: a model's folder written as GGUF, and read back into Lathe's own model. */
@NullMarked
package lathe.export.gguf;

import org.jspecify.annotations.NullMarked;
