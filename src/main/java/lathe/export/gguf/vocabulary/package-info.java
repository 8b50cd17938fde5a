/** A tokenizer's folder as GGUF's metadata, so that llama.cpp cuts texts as it does. */
@NullMarked
package lathe.export.gguf.vocabulary;

import org.jspecify.annotations.NullMarked;
