package lathe.clean.keyword;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lathe.clean.rule.Filter;
import lathe.clean.rule.RuleServices;
import lathe.clean.rule.View;
import lathe.data.Document;
import lathe.recipe.ContentRules.Keywords;
import lathe.recipe.Flavour;
import lathe.recipe.Rule;

/** Rules and records for the tests of this package. */
final class Rules {
    private Rules() {}

    static Keywords keywords(Flavour flavour, boolean pairs, String... words) {
        return new Keywords(List.of(words), List.of(), 0.0, flavour, pairs);
    }

    static Filter filter(Rule.Filter rule) throws Exception {
        return filter(rule, Path.of(""));
    }

    static Filter filter(Rule.Filter rule, Path base) throws Exception {
        Filter filter = KeywordFilters.of(rule, services(base));
        if (filter == null) {
            throw new AssertionError("no filter for " + rule);
        }
        return filter;
    }

    static double[] scores(Filter filter, String text) {
        return scores(filter, Document.text("d", "web", text));
    }

    static double[] scores(Filter filter, String text, String language) {
        return scores(filter, Document.text("d", "web", text).withMeta(Map.of("language", language)));
    }

    static double[] scores(Filter filter, Document document) {
        double[] scores = new double[filter.columns().size()];
        filter.score(new View(document), scores, 0);
        return scores;
    }

    static RuleServices services(Path base) {
        return new RuleServices() {
            @Override
            public Path base() {
                return base;
            }

            @Override
            public Stream<Document> documents(Path file) {
                throw new UnsupportedOperationException();
            }

            @Override
            public ToDoubleFunction<String> tokens(Path tokenizer) {
                throw new UnsupportedOperationException();
            }

            @Override
            public ToDoubleFunction<String> likelihood(Path model) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
