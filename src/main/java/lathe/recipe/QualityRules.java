package lathe.recipe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules of several criteria, as papers published them. */
public interface QualityRules {

    /**
     * The quality rules of Gopher (Rae et al. 2021): length, word length, symbols, bullets, ellipses, letters, stop
     * words.
     */
    record GopherQuality(
            @Setting(def = "50", min = 0, bound = true, help = "Fewest words.") @Nullable Long minWords,
            @Setting(def = "100000", min = 0, bound = true, help = "Most words.") @Nullable Long maxWords,
            @Setting(
                            def = "3",
                            min = 0,
                            bound = true,
                            help = "Shortest mean length of a word; 1 where Chinese prevails.")
                    @Nullable
                    Double minWordLength,
            @Setting(
                            def = "10",
                            min = 0,
                            bound = true,
                            help = "Longest mean length of a word; 5 where Chinese prevails.")
                    @Nullable
                    Double maxWordLength,
            @Setting(def = "0.1", min = 0, bound = true, help = "Most hash signs or ellipses to a word.") @Nullable
                    Double maxSymbols,
            @Setting(
                            def = "0.9",
                            min = 0,
                            max = 1,
                            bound = true,
                            help = "Largest share of lines that begin with a bullet.")
                    @Nullable
                    Double maxBullets,
            @Setting(
                            def = "0.3",
                            min = 0,
                            max = 1,
                            bound = true,
                            help = "Largest share of lines that end with an ellipsis.")
                    @Nullable
                    Double maxEllipses,
            @Setting(
                            def = "0.8",
                            min = 0,
                            max = 1,
                            bound = true,
                            help = "Smallest share of words with a letter; 0.735 where Chinese prevails.")
                    @Nullable
                    Double minLetters,
            @Setting(def = "2", min = 0, bound = true, help = "Fewest different stop words.") @Nullable
                    Long minStopWords,
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour)
            implements Rule.Filter {}

    /** The repetition rules of Gopher (Rae et al. 2021): lines, paragraphs and runs of words that come again. */
    record GopherRepetition(
            @Setting(
                            def = "0.3",
                            min = 0,
                            max = 1,
                            bound = true,
                            help = "Largest share of lines that were there before.")
                    @Nullable
                    Double maxLines,
            @Setting(
                            def = "0.3",
                            min = 0,
                            max = 1,
                            bound = true,
                            help = "Largest share of paragraphs that were there before.")
                    @Nullable
                    Double maxParagraphs,
            @Setting(def = "0.2", min = 0, max = 1, bound = true, help = "Largest share of characters in such lines.")
                    @Nullable
                    Double maxLineCharacters,
            @Setting(
                            def = "0.2",
                            min = 0,
                            max = 1,
                            bound = true,
                            help = "Largest share of characters in such paragraphs.")
                    @Nullable
                    Double maxParagraphCharacters,
            @Setting(
                            def = "[0.2, 0.18, 0.16]",
                            bound = true,
                            help = "Largest shares of characters in the most frequent run of 2, 3 and 4 words.")
                    List<Double> maxTop,
            @Setting(
                            def = "[0.15, 0.14, 0.13, 0.12, 0.11, 0.1]",
                            bound = true,
                            help = "Largest shares of characters in runs of 5 to 10 words that were there before.")
                    List<Double> maxRepeated,
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour)
            implements Rule.Filter {}

    /** The rules of C4 (Raffel et al. 2020): sentences that end, no code, no filler text. */
    record C4(
            @Setting(def = "5", min = 0, bound = true, help = "Fewest sentences.") @Nullable Long minSentences,
            @Setting(def = "3", min = 0, help = "Fewest words of a line that counts.") int minLineWords,
            @Setting(def = "1000", min = 0, help = "Longest word of a line that counts.") int maxWord,
            @Setting(def = "true", help = "Whether lines must end with punctuation to count.") boolean endedLines,
            @Setting(def = "true", bound = true, help = "Drops texts with lorem ipsum.") boolean loremIpsum,
            @Setting(def = "true", bound = true, help = "Drops texts with a curly bracket.") boolean curlyBracket,
            @Setting(def = "true", help = "Leaves out lines that speak of JavaScript or of policies.") boolean policies,
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour)
            implements Rule.Filter {}

    /** The rules of FineWeb (Penedo et al. 2024): ends of lines, short lines, repeated lines, newlines. */
    record FinewebQuality(
            @Setting(
                            def = "0.12",
                            min = 0,
                            max = 1,
                            bound = true,
                            help = "Smallest share of lines that end with punctuation.")
                    @Nullable
                    Double minEndedLines,
            @Setting(
                            def = "0.67",
                            min = 0,
                            max = 1,
                            bound = true,
                            help = "Largest share of lines of at most 30 characters.")
                    @Nullable
                    Double maxShortLines,
            @Setting(def = "30", min = 1, help = "Characters up to which a line is short.") int shortLine,
            @Setting(
                            def = "0.01",
                            min = 0,
                            max = 1,
                            bound = true,
                            help = "Largest share of characters in repeated lines.")
                    @Nullable
                    Double maxRepeatedLines,
            @Setting(def = "0.3", min = 0, bound = true, help = "Most newlines to a word.") @Nullable
                    Double maxNewlines,
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour)
            implements Rule.Filter {}

    /** Rules for source code: comments, lines, letters, data instead of code. */
    record CodeQuality(
            @Setting(def = "0.01", min = 0, max = 1, bound = true, help = "Smallest share of comments.") @Nullable
                    Double minComments,
            @Setting(def = "0.85", min = 0, max = 1, bound = true, help = "Largest share of comments.") @Nullable
                    Double maxComments,
            @Setting(def = "10", min = 0, bound = true, help = "Fewest lines.") @Nullable Long minLines,
            @Setting(def = "20000", min = 0, bound = true, help = "Most lines.") @Nullable Long maxLines,
            @Setting(def = "100", min = 0, bound = true, help = "Longest average line.") @Nullable
                    Double maxAverageLine,
            @Setting(def = "1000", min = 0, bound = true, help = "Longest line.") @Nullable Long maxLine,
            @Setting(def = "0.25", min = 0, max = 1, bound = true, help = "Smallest share of letters and digits.")
                    @Nullable
                    Double minAlphanumerics,
            @Setting(def = "true", bound = true, help = "Drops XML and generated files.") boolean generated)
            implements Rule.Filter {}
}
