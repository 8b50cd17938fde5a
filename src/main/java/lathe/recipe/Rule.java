package lathe.recipe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One cleaning rule with its bounds. A rule without bounds only scores. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Rule.Language.class, name = "language"),
    @JsonSubTypes.Type(value = Rule.Keywords.class, name = "keywords"),
    @JsonSubTypes.Type(value = Rule.SpecialCharacters.class, name = "special-characters"),
    @JsonSubTypes.Type(value = Rule.TextLength.class, name = "text-length"),
    @JsonSubTypes.Type(value = Rule.ExactDuplicates.class, name = "exact-duplicates")
})
public sealed interface Rule {

    /** The rule's name in recipes, ledgers and records. */
    default String label() {
        for (JsonSubTypes.Type type :
                Rule.class.getAnnotation(JsonSubTypes.class).value()) {
            if (type.value() == getClass()) {
                return type.name();
            }
        }
        throw new IllegalStateException("a rule without a name: " + getClass());
    }

    /** Keeps texts in certain languages. */
    record Language(
            @Setting(def = "[]", help = "Languages to keep, as ISO 639-1 codes; empty only scores.", typical = "zh, en")
                    List<String> keep,
            @Setting(
                            def = "0.65",
                            min = 0,
                            max = 1,
                            typical = "0.5 to 0.8",
                            help = "Least confidence; higher drops more mixed and short texts.")
                    double min)
            implements Rule {}

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
                            help = "Largest share of a text's words that may be listed; 0 drops on the first hit.")
                    @Nullable
                    Double max)
            implements Rule {}

    /** Drops texts with too few or too many symbols, digits and spaces. */
    record SpecialCharacters(
            @Setting(def = Setting.ABSENT, min = 0, max = 1, help = "Smallest share of special characters.") @Nullable
                    Double min,
            @Setting(
                            def = Setting.ABSENT,
                            min = 0,
                            max = 1,
                            typical = "0.2 to 0.4",
                            help = "Largest share of special characters; lower drops tables, code and debris.")
                    @Nullable
                    Double max)
            implements Rule {}

    /** Drops texts that are too short or too long. */
    record TextLength(
            @Setting(def = Setting.ABSENT, min = 0, help = "Fewest characters (code points).", typical = "10 to 200")
                    @Nullable
                    Long min,
            @Setting(def = Setting.ABSENT, min = 0, help = "Most characters (code points).") @Nullable Long max)
            implements Rule {}

    /** Drops later copies of a text seen before. */
    record ExactDuplicates(
            @Setting(def = "false", help = "Whether case counts as the same.") boolean ignoreCase,
            @Setting(def = "true", help = "Whether runs of blanks count as one, and those at the ends as none.")
                    boolean ignoreWhitespace)
            implements Rule {}
}
