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
}
