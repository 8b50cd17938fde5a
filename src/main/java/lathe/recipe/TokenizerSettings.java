package lathe.recipe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the tokenizer comes from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION, defaultImpl = TokenizerSettings.Train.class)
@JsonSubTypes({
    @JsonSubTypes.Type(TokenizerSettings.Train.class),
    @JsonSubTypes.Type(TokenizerSettings.From.class),
    @JsonSubTypes.Type(TokenizerSettings.Extend.class)
})
public sealed interface TokenizerSettings {

    /**
     * Learned from the cleaned corpus. Keys are those of Hugging Face's trainers and of spm_train; what an algorithm
     * has no use for, it ignores.
     */
    record Train(
            @Setting(def = "byte-bpe", help = "The algorithm; byte-bpe never meets an unknown character.") Type train,
            @Setting(
                            def = "4096",
                            min = 256,
                            max = 1_000_000,
                            typical = "4,000 to 64,000",
                            help =
                                    "Entries, bytes and special tokens included; more means fewer tokens and a larger model.")
                    int vocabSize,
            @Setting(
                            def = "0",
                            min = 0,
                            max = 1e9,
                            typical = "0 to 10",
                            help = "Pairs seen less often are not merged.",
                            advanced = true)
                    int minFrequency,
            @Setting(def = "gpt2", help = "How text is cut before merging: gpt2, cl100k or qwen2.", advanced = true)
                    Pattern pattern,
            @Setting(def = "[<|endoftext|>]", help = "Tokens that text never produces; the first ends a document.")
                    List<String> special,
            @Setting(
                            def = "[]",
                            help = "Strings that are always one token of their own, wherever they stand in a text.",
                            advanced = true)
                    List<String> userDefined,
            @Setting(
                            def = "none",
                            help = "Unicode form before cutting; all but none change the text for good.",
                            advanced = true)
                    Normalizer normalizer,
            @Setting(
                            def = "false",
                            help =
                                    "Capitals become small letters without accents, for wordpiece; text does not come back.",
                            advanced = true)
                    boolean lowercase,
            @Setting(def = "false", help = "Every digit is a token of its own.", advanced = true) boolean splitDigits,
            @Setting(def = "[]", help = "Characters that get a token even if the corpus lacks them.", advanced = true)
                    List<String> initialAlphabet,
            @Setting(
                            def = Setting.ABSENT,
                            min = 1,
                            max = 1_000_000,
                            typical = "1,000 to 10,000",
                            help = "Most characters that get a token, for wordpiece; rarer ones become unknown.",
                            advanced = true)
                    @Nullable
                    Integer limitAlphabet,
            @Setting(
                            def = Setting.ABSENT,
                            min = 1,
                            max = 512,
                            typical = "8 to 32",
                            help = "Longest token: characters for sp-bpe and unigram (16 if absent), else bytes.",
                            advanced = true)
                    @Nullable
                    Integer maxTokenLength,
            @Setting(
                            def = "0.9995",
                            min = 0.9,
                            max = 1,
                            typical = "0.9995 for Chinese, 1 for English",
                            help = "Share of all characters that get a token, for sp-bpe and unigram.",
                            advanced = true)
                    double characterCoverage,
            @Setting(
                            def = "true",
                            help = "Characters without a token are written as bytes, for sp-bpe and unigram.",
                            advanced = true)
                    boolean byteFallback,
            @Setting(
                            def = "true",
                            help = "A text begins as if a space stood before it, for sp-bpe and unigram.",
                            advanced = true)
                    boolean addDummyPrefix,
            @Setting(
                            def = "false",
                            help =
                                    "Spaces in a row become one, for sp-bpe and unigram; text does not come back exactly.",
                            advanced = true)
                    boolean removeExtraWhitespaces,
            @Setting(
                            def = "0",
                            min = 0,
                            max = 1e9,
                            typical = "0, or 1,000,000 and more",
                            help = "Texts drawn at random to learn from; 0 takes all.",
                            advanced = true)
                    int inputSentenceSize)
            implements TokenizerSettings {}

    /** Taken as it is. */
    record From(
            @Setting(
                            help =
                                    "Folder or file of a tokenizer, relative to the recipe's own file: tokenizer.json, SentencePiece .model, .tiktoken, or vocab.json with merges.txt.")
                    String from)
            implements TokenizerSettings {}

    /** One that exists, grown by what the cleaned corpus adds to it; all old ids stay. */
    record Extend(
            @Setting(help = "Folder or file of the tokenizer to grow, relative to the recipe's own file.")
                    String extend,
            @Setting(
                            def = "4096",
                            min = 1,
                            max = 1_000_000,
                            typical = "2,000 to 32,000",
                            help = "New tokens; each adds a row to the model's embedding.")
                    int add,
            @Setting(def = "any", help = "Script of the new tokens; with any, old texts may get other ids.")
                    OnlyScript onlyScript,
            @Setting(
                            def = "0",
                            min = 0,
                            max = 1e9,
                            typical = "0 to 10",
                            help = "Pairs seen less often are not merged.",
                            advanced = true)
                    int minFrequency)
            implements TokenizerSettings {}

    /** Algorithms that learn a vocabulary. */
    enum Type {
        BYTE_BPE,
        SP_BPE,
        UNIGRAM,
        WORDPIECE
    }

    /** Rules that cut text into pieces within which merges happen. */
    enum Pattern {
        GPT2,
        CL100K,
        QWEN2
    }

    /** Unicode forms in which text is tokenized. */
    enum Normalizer {
        NONE,
        NFC,
        NFKC,
        /** SentencePiece's default: NFKC, and control characters and blanks unified. */
        NMT_NFKC
    }

    /** Which new tokens an existing tokenizer may get. */
    enum OnlyScript {
        ANY,
        HAN,
        LATIN,
        CYRILLIC,
        ARABIC,
        HANGUL,
        /** Hiragana, katakana and Han. */
        JAPANESE,
        DEVANAGARI,
        THAI
    }
}
