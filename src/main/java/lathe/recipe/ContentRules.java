package lathe.recipe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules that know something beyond the text: languages, word lists, models, test sets. */
public interface ContentRules {

    /** Keeps texts in certain languages. */
    record Language(
            @Setting(
                            def = "[]",
                            typical = "zh, en",
                            bound = true,
                            help = "Languages to keep, as ISO 639-1 codes; empty only scores.")
                    List<String> keep,
            @Setting(
                            def = "0.65",
                            min = 0,
                            max = 1,
                            typical = "0.5 to 0.8",
                            bound = true,
                            help = "Least confidence; higher drops more mixed and short texts.")
                    double min)
            implements Rule.Filter {}

    /** Drops texts that use listed words. */
    record Keywords(
            @Setting(def = "[]", help = "Words and phrases, any script; whole words in scripts that have spaces.")
                    List<String> words,
            @Setting(def = "[]", help = "Built-in lists by name, or files with one entry a line.") List<String> lists,
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            max = 1,
                            typical = "0 to 0.05",
                            bound = true,
                            help = "Largest share of a text's words that may be listed; 0 drops on the first hit.")
                    @Nullable
                    Double max,
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour,
            @Setting(
                            def = "false",
                            advanced = true,
                            help = "Flavour data-juicer only: looks up each two neighbouring words joined as well.")
                    boolean pairs)
            implements Rule.Filter {}

    /** Drops texts that a language model finds too surprising, or not surprising enough. */
    record Perplexity(
            @Setting(def = Setting.ABSENT, min = 0, bound = true, help = "Smallest perplexity; lower is boilerplate.")
                    @Nullable
                    Double min,
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            typical = "1,000 to 2,000",
                            bound = true,
                            help = "Largest perplexity; higher is debris.")
                    @Nullable
                    Double max,
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            max = 100,
                            bound = true,
                            help = "Smallest percentile among the texts of the same language.")
                    @Nullable
                    Double minPercentile,
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            max = 100,
                            typical = "60 to 90",
                            bound = true,
                            help = "Largest percentile among the texts of the same language.")
                    @Nullable
                    Double maxPercentile,
            @Setting(
                            def = "''",
                            help =
                                    "An ARPA file, a model folder, or a file or folder of good text from which a model is learned.")
                    String model,
            @Setting(def = "5", min = 1, max = 6, help = "Words that are looked at together, where a model is learned.")
                    int order,
            @Setting(
                            def = "0",
                            min = 0,
                            max = 9,
                            advanced = true,
                            help = "Runs of three words and more that are met no more often are left out of the model.")
                    int prune)
            implements Rule.Filter {}

    /** Takes out what overlaps with test sets: evaluations would measure memory. */
    record Decontaminate(
            @Setting(def = "[]", help = "Files of the test sets, in any form that can be imported.")
                    List<String> against,
            @Setting(
                            def = "13",
                            min = 3,
                            max = 50,
                            typical = "8 to 13",
                            help = "Words of a run that counts as found; characters where Chinese prevails.")
                    int n,
            @Setting(def = "drop", help = "Drops the text, cuts the run and what is around it, or only reports.")
                    Contaminated action,
            @Setting(def = "200", min = 0, help = "Characters around a run that are cut with it.") int around,
            @Setting(def = "10", min = 1, help = "Runs from which on the whole text goes although runs are cut.")
                    int most)
            implements Rule.Filter {}

    /** Keeps certain records whatever the rules after it say. */
    record Exempt(
            @Setting(def = "[]", help = "Ids of records.") List<String> ids,
            @Setting(def = "''", help = "Regular expression (RE2) that a text must have.") String pattern)
            implements Rule.Filter {}
}
