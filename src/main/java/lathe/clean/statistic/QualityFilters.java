package lathe.clean.statistic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lathe.clean.rule.Filter;
import lathe.recipe.Flavour;
import lathe.recipe.QualityRules;
import lathe.recipe.Rule;
import lathe.recipe.StatisticRules;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** Makes the filters of several criteria. */
final class QualityFilters {
    private QualityFilters() {}

    static @Nullable Filter of(Rule.Filter rule) throws Failure, IOException {
        if (rule instanceof StatisticRules.DigitsAndLinks shares) {
            return new Criterial(DigitsAndLinks.COLUMNS, DigitsAndLinks::score, Presets.of(shares));
        }
        if (rule instanceof QualityRules.GopherQuality quality) {
            return gopherQuality(quality);
        }
        if (rule instanceof QualityRules.GopherRepetition repetition) {
            return gopherRepetition(repetition);
        }
        if (rule instanceof QualityRules.C4 c4) {
            return c4(c4);
        }
        if (rule instanceof QualityRules.FinewebQuality quality) {
            return fineweb(quality);
        }
        if (rule instanceof QualityRules.CodeQuality quality) {
            return new Criterial(CodeQuality.COLUMNS, CodeQuality::score, Presets.of(quality));
        }
        return null;
    }

    private static Filter gopherQuality(QualityRules.GopherQuality rule) throws Failure, IOException {
        Flavour flavour =
                Flavours.of(rule, rule.flavour(), Flavour.DATATROVE, Flavour.FINEWEB, Flavour.GOPHER, Flavour.DOLMA);
        List<Criteria> criteria = new ArrayList<>();
        for (Writing writing : Writing.values()) {
            criteria.add(Presets.of(rule, writing));
        }
        Criterial.Measure measure =
                switch (flavour) {
                    case LATHE, DATA_JUICER, C4 -> new GopherQuality(StopWords.gopher())::score;
                    case DATATROVE, FINEWEB -> Datatrove::quality;
                    case GOPHER -> RedPajama::quality;
                    case DOLMA -> Dolma::quality;
                };
        return byWriting(GopherQuality.COLUMNS, measure, criteria, GopherQuality.SCRIPT);
    }

    private static Filter gopherRepetition(QualityRules.GopherRepetition rule) throws Failure {
        Flavour flavour =
                Flavours.of(rule, rule.flavour(), Flavour.DATATROVE, Flavour.FINEWEB, Flavour.GOPHER, Flavour.DOLMA);
        List<Criteria> criteria = new ArrayList<>();
        for (Writing writing : Writing.values()) {
            criteria.add(Presets.of(rule, writing));
        }
        Criterial.Measure measure =
                switch (flavour) {
                    case LATHE, DATA_JUICER, C4 -> GopherRepetition::score;
                    case DATATROVE, FINEWEB -> DatatroveRules::repetition;
                    case GOPHER -> RedPajama::repetition;
                    case DOLMA -> Dolma::repetition;
                };
        return byWriting(GopherRepetition.COLUMNS, measure, criteria, GopherRepetition.SCRIPT);
    }

    private static Filter c4(QualityRules.C4 rule) throws Failure {
        Flavour flavour = Flavours.of(rule, rule.flavour(), Flavour.C4, Flavour.DATATROVE, Flavour.FINEWEB);
        Criterial.Measure measure = flavour == Flavour.LATHE
                ? new C4(rule)::score
                : (view, scores, at) -> DatatroveRules.c4(view, rule, scores, at);
        return new Criterial(C4.COLUMNS, measure, Presets.of(rule));
    }

    private static Filter fineweb(QualityRules.FinewebQuality rule) throws Failure {
        Flavour flavour = Flavours.of(rule, rule.flavour(), Flavour.FINEWEB, Flavour.DATATROVE);
        List<Criteria> criteria = new ArrayList<>();
        for (Writing writing : Writing.values()) {
            criteria.add(Presets.of(rule, writing));
        }
        Criterial.Measure measure = flavour == Flavour.LATHE
                ? new FinewebQuality(rule.shortLine())::score
                : (view, scores, at) -> DatatroveRules.fineweb(view, rule.shortLine(), scores, at);
        return byWriting(FinewebQuality.COLUMNS, measure, criteria, FinewebQuality.SCRIPT);
    }

    /**
     * Bounds by the writing whose number a column holds; flavours of other tools hold none, and have the rule's bounds.
     */
    private static Filter byWriting(
            List<String> columns, Criterial.Measure measure, List<Criteria> criteria, int script) {
        return new Criterial(
                columns, measure, criteria, scores -> Double.isNaN(scores.get(script)) ? 0 : (int) scores.get(script));
    }
}
