package lathe.recipe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One cleaning rule. A rule without bounds only scores. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ContentRules.Language.class, name = "language"),
    @JsonSubTypes.Type(value = ContentRules.Keywords.class, name = "keywords"),
    @JsonSubTypes.Type(value = ContentRules.Perplexity.class, name = "perplexity"),
    @JsonSubTypes.Type(value = ContentRules.Decontaminate.class, name = "decontaminate"),
    @JsonSubTypes.Type(value = ContentRules.Exempt.class, name = "exempt"),
    @JsonSubTypes.Type(value = StatisticRules.TextLength.class, name = "text-length"),
    @JsonSubTypes.Type(value = StatisticRules.Words.class, name = "words"),
    @JsonSubTypes.Type(value = StatisticRules.Tokens.class, name = "tokens"),
    @JsonSubTypes.Type(value = StatisticRules.AverageLineLength.class, name = "average-line-length"),
    @JsonSubTypes.Type(value = StatisticRules.MaximumLineLength.class, name = "maximum-line-length"),
    @JsonSubTypes.Type(value = StatisticRules.Alphanumerics.class, name = "alphanumerics"),
    @JsonSubTypes.Type(value = StatisticRules.SpecialCharacters.class, name = "special-characters"),
    @JsonSubTypes.Type(value = StatisticRules.DigitsAndLinks.class, name = "digits-and-links"),
    @JsonSubTypes.Type(value = StatisticRules.CharacterRepetition.class, name = "character-repetition"),
    @JsonSubTypes.Type(value = StatisticRules.WordRepetition.class, name = "word-repetition"),
    @JsonSubTypes.Type(value = StatisticRules.StopWords.class, name = "stop-words"),
    @JsonSubTypes.Type(value = QualityRules.GopherQuality.class, name = "gopher-quality"),
    @JsonSubTypes.Type(value = QualityRules.GopherRepetition.class, name = "gopher-repetition"),
    @JsonSubTypes.Type(value = QualityRules.C4.class, name = "c4"),
    @JsonSubTypes.Type(value = QualityRules.FinewebQuality.class, name = "fineweb-quality"),
    @JsonSubTypes.Type(value = QualityRules.CodeQuality.class, name = "code-quality"),
    @JsonSubTypes.Type(value = EditRules.FixUnicode.class, name = "fix-unicode"),
    @JsonSubTypes.Type(value = EditRules.Whitespace.class, name = "whitespace"),
    @JsonSubTypes.Type(value = EditRules.Punctuation.class, name = "punctuation"),
    @JsonSubTypes.Type(value = EditRules.Html.class, name = "html"),
    @JsonSubTypes.Type(value = EditRules.Links.class, name = "links"),
    @JsonSubTypes.Type(value = EditRules.RemoveLines.class, name = "remove-lines"),
    @JsonSubTypes.Type(value = EditRules.Copyright.class, name = "copyright"),
    @JsonSubTypes.Type(value = EditRules.Latex.class, name = "latex"),
    @JsonSubTypes.Type(value = EditRules.Tables.class, name = "tables"),
    @JsonSubTypes.Type(value = EditRules.LongWords.class, name = "long-words"),
    @JsonSubTypes.Type(value = EditRules.Chinese.class, name = "chinese"),
    @JsonSubTypes.Type(value = EditRules.Replace.class, name = "replace"),
    @JsonSubTypes.Type(value = EditRules.RepeatedSentences.class, name = "repeated-sentences"),
    @JsonSubTypes.Type(value = EditRules.RepeatedParagraphs.class, name = "repeated-paragraphs"),
    @JsonSubTypes.Type(value = EditRules.PersonalInformation.class, name = "personal-information"),
    @JsonSubTypes.Type(value = DuplicateRules.ExactDuplicates.class, name = "exact-duplicates"),
    @JsonSubTypes.Type(value = DuplicateRules.NearDuplicates.class, name = "near-duplicates"),
    @JsonSubTypes.Type(value = DuplicateRules.SimhashDuplicates.class, name = "simhash-duplicates")
})
public sealed interface Rule {

    /** A rule that measures records one by one and drops some. */
    non-sealed interface Filter extends Rule {}

    /** A rule that changes texts. */
    non-sealed interface Edit extends Rule {}

    /** A rule that finds records that are the same. */
    non-sealed interface Duplicates extends Rule {}

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
}
