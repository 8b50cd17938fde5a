package lathe.recipe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Where the tokenizer comes from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION, defaultImpl = TokenizerSettings.Train.class)
@JsonSubTypes({@JsonSubTypes.Type(TokenizerSettings.Train.class), @JsonSubTypes.Type(TokenizerSettings.From.class)})
public sealed interface TokenizerSettings {

    /** Learned from the cleaned corpus. */
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
                    List<String> special)
            implements TokenizerSettings {}

    /** Taken as it is. */
    record From(@Setting(help = "Folder with a tokenizer.json, relative to the recipe's own file.") String from)
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
}
