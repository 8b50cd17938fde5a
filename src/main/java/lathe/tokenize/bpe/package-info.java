/** Byte-level BPE with the merges of Hugging Face's trainer. */
@NullMarked
package lathe.tokenize.bpe;

import org.jspecify.annotations.NullMarked;
