package lathe.recipe;

import java.util.List;

/** Rules that change texts, in the order in which they are listed, before any other rule looks at them. */
public interface EditRules {

    /**
     * Mends text that was decoded in the wrong way, and makes equal characters one (NFC); Chinese punctuation stays.
     */
    record FixUnicode(
            @Setting(def = "true", help = "Mends mojibake, such as â€™ for ’.") boolean mojibake,
            @Setting(def = "nfc", help = "Normal form of Unicode.") NormalForm normalize,
            @Setting(def = "true", help = "Takes out control characters, marks of byte order and lone halves.")
                    boolean controls,
            @Setting(def = "false", help = "Makes full-width letters and digits ASCII; punctuation stays.")
                    boolean width)
            implements Rule.Edit {}

    /** Makes all kinds of blanks one, and trims lines. */
    record Whitespace(
            @Setting(def = "true", help = "Unusual blanks become a space; joiners within words and emoji stay.")
                    boolean blanks,
            @Setting(def = "false", help = "Runs of spaces become one; indented lines stay.") boolean collapse,
            @Setting(def = "true", help = "Blanks at the ends of lines go.") boolean lineEnds,
            @Setting(def = "2", min = 0, max = 20, help = "Most line ends in a row; 0 leaves them.") int newlines)
            implements Rule.Edit {}

    /** Makes variants of punctuation one, by the script they stand in. */
    record Punctuation(
            @Setting(def = "auto", help = "Which form punctuation gets: as its neighbours, Chinese or ASCII.")
                    PunctuationForm form,
            @Setting(def = "true", help = "Curly quotes and dashes become plain ones in Latin text.") boolean plain,
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour)
            implements Rule.Edit {}

    /** Takes HTML apart: tags go, blocks stay apart, entities become characters. */
    record Html(@Setting(def = "true", help = "Only where a text has tags.") boolean detect) implements Rule.Edit {}

    /** Takes out links. */
    record Links(
            @Setting(def = "''", help = "What stands in their place.") String with,
            @Setting(def = "false", help = "Takes e-mail addresses as links.") boolean email,
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour)
            implements Rule.Edit {}

    /** Takes out lines: of symbols, of listed phrases, or that a pattern matches. */
    record RemoveLines(
            @Setting(def = "true", help = "Lines without a letter or digit of any script, blank ones left alone.")
                    boolean symbols,
            @Setting(def = "[]", help = "Phrases; a line that has one goes.") List<String> phrases,
            @Setting(def = "''", help = "Regular expression (RE2); a line that it matches somewhere goes.")
                    String pattern,
            @Setting(def = "[]", help = "Built-in lists of phrases by name, or files.") List<String> lists)
            implements Rule.Edit {}

    /** Takes out the copyright notice at the beginning of source code. */
    record Copyright(
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour)
            implements Rule.Edit {}

    /** Cleans LaTeX: what is before the first section, comments, macros, the bibliography. */
    record Latex(
            @Setting(def = "true", help = "Text before the first section goes.") boolean header,
            @Setting(def = "true", help = "Texts without a section go whole.") boolean dropWithoutHeader,
            @Setting(def = "true", help = "Comments go.") boolean comments,
            @Setting(def = "true", help = "Macros of the text itself are written out.") boolean macros,
            @Setting(def = "true", help = "The bibliography goes.") boolean bibliography,
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour)
            implements Rule.Edit {}

    /** Takes out tables in plain text. */
    record Tables(
            @Setting(def = "2", min = 2, max = 20, help = "Fewest columns.") int minColumns,
            @Setting(def = "20", min = 2, max = 100, help = "Most columns.") int maxColumns,
            @Setting(def = "2", min = 2, help = "Fewest rows.") int minRows,
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour)
            implements Rule.Edit {}

    /** Takes out words that are too long to be words: keys, hashes, encoded data. */
    record LongWords(
            @Setting(
                            def = "100",
                            min = 10,
                            typical = "50 to 200",
                            help = "Characters from which on a word goes; runs of scripts without spaces never do.")
                    int max,
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour)
            implements Rule.Edit {}

    /** Changes Chinese between traditional and simplified characters, by phrases (OpenCC). */
    record Chinese(
            @Setting(def = "t2s", help = "From which form to which, as OpenCC calls it.") ChineseConversion convert)
            implements Rule.Edit {}

    /** Replaces what a pattern matches. */
    record Replace(
            @Setting(help = "Regular expression (RE2, linear time).") String pattern,
            @Setting(def = "''", help = "What stands in its place; $1 is the first group.") String with)
            implements Rule.Edit {}

    /** Takes out sentences that the text had before. */
    record RepeatedSentences(
            @Setting(def = "true", help = "Whether case counts as the same.") boolean ignoreCase,
            @Setting(def = "true", help = "Whether punctuation and blanks are looked over.") boolean ignorePunctuation,
            @Setting(def = "2", min = 1, help = "Fewest letters and digits of a sentence that is looked at.") int min,
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour)
            implements Rule.Edit {}

    /** Takes out paragraphs that the text had before. */
    record RepeatedParagraphs(
            @Setting(def = "true", help = "Whether case counts as the same.") boolean ignoreCase,
            @Setting(def = "true", help = "Whether punctuation and blanks are looked over.") boolean ignorePunctuation,
            @Setting(def = "2", min = 1, help = "Fewest letters and digits of a paragraph that is looked at.") int min)
            implements Rule.Edit {}

    /** Finds personal information and puts something else in its place. */
    record PersonalInformation(
            @Setting(
                            def = "[email, phone, id-card, bank-card, ip, url-credentials, api-key]",
                            help = "What is looked for.")
                    List<PersonalKind> kinds,
            @Setting(
                            def = "tag",
                            help =
                                    "What stands in its place: a typed tag, asterisks, or a surrogate that is the same for the same person.")
                    Replacement with,
            @Setting(def = "[CN, US]", help = "Regions whose phone numbers are known without a country code.")
                    List<String> regions,
            @Setting(
                            def = "[]",
                            help =
                                    "Files of names, one a line, and below a line \"# places\" of places; always looked for.")
                    List<String> lists,
            @Setting(
                            def = "''",
                            advanced = true,
                            help = "Key of the surrogates: another key gives others, and without it none can be told.")
                    String key)
            implements Rule.Edit {}
}
