package lathe.tokenize.quality;

/**
 * Part of a text, counted in every way.
 *
 * @param characters code points
 * @param words words between spaces; a letter of a script without spaces counts as one
 * @param cut words of which a token covers only a part
 * @param unknown tokens that stand for anything that the vocabulary lacks
 * @param fallback tokens that stand for a byte of a character that the vocabulary lacks
 * @param partial tokens that hold only a part of a character
 */
public record Slice(
        long records,
        long bytes,
        long characters,
        long words,
        long cut,
        long tokens,
        long unknown,
        long fallback,
        long partial) {
    /** Nothing. */
    public static final Slice NONE = new Slice(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Compression: higher is better. */
    public double bytesPerToken() {
        return (double) bytes / Math.max(1, tokens);
    }

    /** Compression as people see it, comparable between scripts of one and of three bytes a letter. */
    public double charactersPerToken() {
        return (double) characters / Math.max(1, tokens);
    }

    /** Fertility: 1 is best. */
    public double tokensPerWord() {
        return (double) tokens / Math.max(1, words);
    }

    /** Share of words that are not whole. */
    public double cutShare() {
        return (double) cut / Math.max(1, words);
    }

    /** Share of tokens that lose what they stood for. */
    public double unknownShare() {
        return (double) unknown / Math.max(1, tokens);
    }

    /** Share of tokens that are bytes for want of a character. */
    public double fallbackShare() {
        return (double) fallback / Math.max(1, tokens);
    }

    /** Share of tokens that are parts of characters. */
    public double partialShare() {
        return (double) partial / Math.max(1, tokens);
    }

    Slice plus(Slice other) {
        return new Slice(
                records + other.records,
                bytes + other.bytes,
                characters + other.characters,
                words + other.words,
                cut + other.cut,
                tokens + other.tokens,
                unknown + other.unknown,
                fallback + other.fallback,
                partial + other.partial);
    }
}
