package lathe.tokenize.extend;

import java.util.Map;

/**
 * What growing did to a tokenizer, measured on the corpus it grew by.
 *
 * @param oldSize number of ids before; all of them mean what they meant
 * @param newSize number of ids now
 * @param characters new tokens that are single characters; the others are merged
 * @param scripts by the script of words' first letter, largest first
 */
public record Growth(int oldSize, int newSize, int characters, Map<String, Share> scripts) {
    /**
     * The words of a script.
     *
     * @param words how many there are in the corpus
     * @param changedWords how many of these get other ids now
     * @param bytes of UTF-8
     * @param tokensBefore by the old tokenizer
     * @param tokensNow by the new one
     */
    public record Share(long words, long changedWords, long bytes, long tokensBefore, long tokensNow) {
        Share plus(Share other) {
            return new Share(
                    words + other.words,
                    changedWords + other.changedWords,
                    bytes + other.bytes,
                    tokensBefore + other.tokensBefore,
                    tokensNow + other.tokensNow);
        }

        /** Compression before: higher is better. */
        public double bytesPerTokenBefore() {
            return (double) bytes / Math.max(1, tokensBefore);
        }

        /** Compression now. */
        public double bytesPerTokenNow() {
            return (double) bytes / Math.max(1, tokensNow);
        }
    }
}
