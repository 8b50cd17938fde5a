package lathe.text.encode;

import lathe.recipe.TokenizerSettings.Pattern;

/** Cuts a text into the pieces within which merges happen. Pieces lie side by side and cover the text. */
public interface Splitter {

    /** Takes pieces as ranges of the text's chars. */
    interface Pieces {
        void piece(int start, int end);
    }

    /** Cuts a part of a text as if it were the whole. Safe for several threads. */
    void split(char[] text, int start, int end, Pieces pieces);

    /** Cuts a text. Safe for several threads. */
    default void split(String text, Pieces pieces) {
        split(text.toCharArray(), 0, text.length(), pieces);
    }

    /** The pre-tokenizer of a pattern. */
    static Splitter of(Pattern pattern) {
        return switch (pattern) {
            case GPT2 -> new Gpt2Splitter();
            case CL100K -> new Cl100kSplitter(3);
            case QWEN2 -> new Cl100kSplitter(1);
        };
    }

    /**
     * The pattern as its tokenizers publish it: OpenAI's GPT-2 and cl100k_base, Alibaba's Qwen2. Case is ignored in
     * contractions of the last two.
     */
    static String regex(Pattern pattern) {
        String numbers = pattern == Pattern.CL100K ? "\\p{N}{1,3}" : "\\p{N}";
        return switch (pattern) {
            case GPT2 -> "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";
            case CL100K, QWEN2 ->
                "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|" + numbers
                        + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
        };
    }
}
