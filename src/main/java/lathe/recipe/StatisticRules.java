package lathe.recipe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules that count: each is computed from the text alone. */
public interface StatisticRules {

    /** Drops texts that are too short or too long, in code points. */
    record TextLength(
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            typical = "10 to 200",
                            bound = true,
                            help = "Smallest number of characters (code points).")
                    @Nullable
                    Long min,
            @Setting(def = Setting.ABSENT, min = 0, bound = true, help = "Largest number of characters (code points).")
                    @Nullable
                    Long max)
            implements Rule.Filter {}

    /** Drops texts of too few or too many words; Chinese is cut into words first. */
    record Words(
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            typical = "10 to 50",
                            bound = true,
                            help = "Smallest number of words.")
                    @Nullable
                    Long min,
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            typical = "100,000",
                            bound = true,
                            help = "Largest number of words.")
                    @Nullable
                    Long max,
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour)
            implements Rule.Filter {}

    /** Drops texts of too few or too many tokens. */
    record Tokens(
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            typical = "10 to 50",
                            bound = true,
                            help = "Smallest number of tokens.")
                    @Nullable
                    Long min,
            @Setting(def = Setting.ABSENT, min = 0, bound = true, help = "Largest number of tokens.") @Nullable
                    Long max,
            @Setting(
                            def = "''",
                            help =
                                    "Tokenizer that counts: a folder or tokenizer.json; empty takes the one of the recipe, or counts words and punctuation.")
                    String tokenizer)
            implements Rule.Filter {}

    /** Drops texts whose lines are short or long on average: menus, lists, data. */
    record AverageLineLength(
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            typical = "10 to 20",
                            bound = true,
                            help = "Smallest average of characters a line.")
                    @Nullable
                    Double min,
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            typical = "100 to 1,000",
                            bound = true,
                            help = "Largest average of characters a line.")
                    @Nullable
                    Double max,
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour)
            implements Rule.Filter {}

    /** Drops texts whose longest line is short or long: minified code, base64. */
    record MaximumLineLength(
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            typical = "10",
                            bound = true,
                            help = "Smallest length of the longest line.")
                    @Nullable
                    Long min,
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            typical = "1,000 to 100,000",
                            bound = true,
                            help = "Largest length of the longest line.")
                    @Nullable
                    Long max,
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour)
            implements Rule.Filter {}

    /** Drops texts with few letters and digits. */
    record Alphanumerics(
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            max = 1,
                            typical = "0.25",
                            bound = true,
                            help = "Smallest share of letters and digits.")
                    @Nullable
                    Double min,
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            max = 1,
                            bound = true,
                            help = "Largest share of letters and digits.")
                    @Nullable
                    Double max,
            @Setting(def = "characters", help = "Share of the characters, or letters to a word of the text.") Per per,
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour)
            implements Rule.Filter {}

    /** Drops texts with too few or too many symbols, digits and spaces. */
    record SpecialCharacters(
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            max = 1,
                            bound = true,
                            help = "Smallest share of special characters.")
                    @Nullable
                    Double min,
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            max = 1,
                            typical = "0.2 to 0.4",
                            bound = true,
                            help = "Largest share of special characters.")
                    @Nullable
                    Double max,
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour)
            implements Rule.Filter {}

    /** Drops texts made of digits, links, brackets or blanks. */
    record DigitsAndLinks(
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            max = 1,
                            typical = "0.15",
                            bound = true,
                            help = "Largest share of digits among the characters.")
                    @Nullable
                    Double maxDigits,
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            max = 1,
                            typical = "0.2",
                            bound = true,
                            help = "Largest share of characters that belong to links.")
                    @Nullable
                    Double maxLinks,
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            max = 1,
                            typical = "0.25",
                            bound = true,
                            help = "Largest share of blanks among the characters.")
                    @Nullable
                    Double maxBlanks,
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            max = 1,
                            typical = "0.1",
                            bound = true,
                            help = "Largest share of brackets among the characters.")
                    @Nullable
                    Double maxBrackets)
            implements Rule.Filter {}

    /** Drops texts that repeat the same runs of characters. */
    record CharacterRepetition(
            @Setting(def = "10", min = 1, max = 100, help = "Characters in a run.") int n,
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            max = 1,
                            bound = true,
                            help = "Smallest share of the most frequent runs.")
                    @Nullable
                    Double min,
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            max = 1,
                            typical = "0.2 to 0.6",
                            bound = true,
                            help = "Largest share of the most frequent runs.")
                    @Nullable
                    Double max,
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour)
            implements Rule.Filter {}

    /** Drops texts that repeat the same runs of words. */
    record WordRepetition(
            @Setting(def = "10", min = 1, max = 100, help = "Words in a run.") int n,
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            max = 1,
                            bound = true,
                            help = "Smallest share of runs that come again.")
                    @Nullable
                    Double min,
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            max = 1,
                            typical = "0.1 to 0.6",
                            bound = true,
                            help = "Largest share of runs that come again.")
                    @Nullable
                    Double max,
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour)
            implements Rule.Filter {}

    /** Drops texts with few of the words that every sentence needs: lists and keyword spam. */
    record StopWords(
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            max = 1,
                            typical = "0.1 to 0.3",
                            bound = true,
                            help = "Smallest share of stop words.")
                    @Nullable
                    Double min,
            @Setting(def = Setting.ABSENT, min = 0, max = 1, bound = true, help = "Largest share of stop words.")
                    @Nullable
                    Double max,
            @Setting(
                            def = "[]",
                            help =
                                    "Languages whose lists are used, as ISO 639-1 codes; empty takes those that the text is written in.")
                    List<String> languages,
            @Setting(def = "[]", help = "Files of own lists, one word a line.") List<String> lists,
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour)
            implements Rule.Filter {}

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
