package lathe.clean.statistic;

import java.util.List;
import lathe.recipe.QualityRules;
import lathe.recipe.StatisticRules;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/**
 * The criteria of rules. A bound that a recipe leaves at its default, which is for English, takes the value that
 * FineWeb-2 (Penedo et al. 2025) found for Chinese, Japanese or Korean where a text is written so.
 */
final class Presets {
    private static final List<Double> TOP = List.of(0.2, 0.18, 0.16);
    private static final List<Double> REPEATED = List.of(0.15, 0.14, 0.13, 0.12, 0.11, 0.1);

    private Presets() {}

    static Criteria of(StatisticRules.DigitsAndLinks rule) {
        return new Criteria(DigitsAndLinks.COLUMNS)
                .atMost(rule.maxDigits())
                .atMost(rule.maxLinks())
                .atMost(rule.maxBlanks())
                .atMost(rule.maxBrackets());
    }

    static Criteria of(QualityRules.C4 rule) {
        return new Criteria(C4.COLUMNS)
                .atLeast(rule.minSentences())
                .atMost(rule.loremIpsum() ? 0 : null)
                .atMost(rule.curlyBracket() ? 0 : null);
    }

    static Criteria of(QualityRules.CodeQuality rule) {
        return new Criteria(CodeQuality.COLUMNS)
                .and(rule.minComments(), rule.maxComments())
                .and(rule.minLines(), rule.maxLines())
                .atMost(rule.maxAverageLine())
                .atMost(rule.maxLine())
                .atLeast(rule.minAlphanumerics())
                .atMost(rule.generated() ? 0 : null);
    }

    static Criteria of(QualityRules.GopherQuality rule, Writing writing) {
        return new Criteria(GopherQuality.COLUMNS)
                .and(rule.minWords(), rule.maxWords())
                .and(
                        bound(rule.minWordLength(), 3, writing, 1.0, 1.0, 1.0),
                        bound(rule.maxWordLength(), 10, writing, 5.0, 5.0, 6.0))
                .atMost(rule.maxSymbols())
                .atMost(rule.maxBullets())
                .atMost(rule.maxEllipses())
                .atLeast(bound(rule.minLetters(), 0.8, writing, 0.735, 0.759, 0.791))
                .atLeast(rule.minStopWords());
    }

    static Criteria of(QualityRules.FinewebQuality rule, Writing writing) {
        return new Criteria(FinewebQuality.COLUMNS)
                .atLeast(bound(rule.minEndedLines(), 0.12, writing, 0.106, 0.167, 0.062))
                .atMost(bound(rule.maxShortLines(), 0.67, writing, null, null, null))
                .atMost(bound(rule.maxRepeatedLines(), 0.01, writing, 0.1, 0.1, 0.1))
                .atMost(bound(rule.maxNewlines(), 0.3, writing, 0.178, 0.162, 0.196));
    }

    static Criteria of(QualityRules.GopherRepetition rule, Writing writing) throws Failure {
        Criteria criteria = new Criteria(GopherRepetition.COLUMNS)
                .atMost(bound(rule.maxLines(), 0.3, writing, 0.287, 0.375, 0.374))
                .atMost(rule.maxParagraphs())
                .atMost(rule.maxLineCharacters())
                .atMost(rule.maxParagraphCharacters());
        add(criteria, "max-top", rule.maxTop(), TOP, top(writing));
        add(criteria, "max-repeated", rule.maxRepeated(), REPEATED, repeated(writing));
        return criteria;
    }

    private static List<Double> top(Writing writing) {
        return switch (writing) {
            case SPACED -> TOP;
            case CHINESE -> List.of(0.256, 0.201, 0.171);
            case JAPANESE -> List.of(0.121, 0.129, 0.145);
            case KOREAN -> List.of(0.282, 0.228, 0.185);
        };
    }

    private static List<Double> repeated(Writing writing) {
        return switch (writing) {
            case SPACED -> REPEATED;
            case CHINESE -> List.of(0.198, 0.182, 0.167, 0.154, 0.14, 0.127);
            case JAPANESE -> List.of(0.307, 0.283, 0.264, 0.248, 0.234, 0.223);
            case KOREAN -> List.of(0.201, 0.184, 0.168, 0.154, 0.14, 0.127);
        };
    }

    private static void add(Criteria criteria, String key, List<Double> given, List<Double> usual, List<Double> preset)
            throws Failure {
        if (given.size() > usual.size()) {
            throw Failure.badInput(
                    "There are more bounds than lengths of runs",
                    "gopher-repetition." + key,
                    "give at most " + usual.size() + ", shortest run first");
        }
        List<Double> bounds = given.equals(usual) ? preset : given;
        for (int i = 0; i < usual.size(); i++) {
            criteria.atMost(i < bounds.size() ? bounds.get(i) : null);
        }
    }

    private static @Nullable Double bound(
            @Nullable Double given,
            double usual,
            Writing writing,
            @Nullable Double chinese,
            @Nullable Double japanese,
            @Nullable Double korean) {
        if (given == null || given != usual) {
            return given;
        }
        return switch (writing) {
            case SPACED -> given;
            case CHINESE -> chinese;
            case JAPANESE -> japanese;
            case KOREAN -> korean;
        };
    }
}
