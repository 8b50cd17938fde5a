package lathe.clean.statistic;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lathe.clean.rule.Broken;
import lathe.clean.rule.Filter;
import lathe.clean.rule.RuleServices;
import lathe.clean.rule.Scores;
import lathe.clean.rule.View;
import lathe.data.Document;
import lathe.recipe.RecipeYaml;
import lathe.recipe.Rule;
import org.jspecify.annotations.Nullable;

/** Rules for tests, from a recipe's YAML, so that their defaults are those of recipes. */
final class Rules {
    private Rules() {}

    /** A filter: {@code filter("words", "min: 3, flavour: dolma")}. */
    static Filter filter(String rule, String settings) throws Exception {
        return filter(rule, settings, Path.of("."));
    }

    static Filter filter(String rule, String settings, Path base) throws Exception {
        String separator = settings.isEmpty() ? "" : ", ";
        String yaml = "rules: [{rule: " + rule + separator + settings + "}]\n";
        Rule read = RecipeYaml.readRules(yaml).get(0);
        Filter filter = StatisticFilters.of((Rule.Filter) read, services(base));
        if (filter == null) {
            throw new AssertionError("not statistical: " + rule);
        }
        return filter;
    }

    static double[] scores(Filter filter, String text) {
        double[] scores = new double[filter.columns().size()];
        filter.score(new View(Document.text("id", "test", text)), scores, 0);
        return scores;
    }

    /** The number of a filter that has one. */
    static double score(String rule, String settings, String text) throws Exception {
        return scores(filter(rule, settings), text)[0];
    }

    static Map<String, Double> columns(String rule, String settings, String text) throws Exception {
        Filter filter = filter(rule, settings);
        double[] scores = scores(filter, text);
        Map<String, Double> columns = new LinkedHashMap<>();
        for (int i = 0; i < scores.length; i++) {
            columns.put(filter.columns().get(i), scores[i]);
        }
        return columns;
    }

    static @Nullable Broken broken(String rule, String settings, String text) throws Exception {
        Filter filter = filter(rule, settings);
        return filter.decide(Scores.in(scores(filter, text), 0));
    }

    private static RuleServices services(Path base) {
        return new RuleServices() {
            @Override
            public Path base() {
                return base;
            }

            @Override
            public Stream<Document> documents(Path file) {
                return Stream.empty();
            }

            @Override
            public ToDoubleFunction<String> tokens(Path tokenizer) {
                return String::length;
            }

            @Override
            public ToDoubleFunction<String> likelihood(Path model) {
                return text -> 0;
            }
        };
    }
}
