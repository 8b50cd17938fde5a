package lathe.clean.statistic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import lathe.clean.rule.Filter;
import lathe.clean.rule.RuleServices;
import lathe.clean.rule.View;
import lathe.recipe.Flavour;
import lathe.recipe.Per;
import lathe.recipe.Rule;
import lathe.recipe.StatisticRules;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** Makes the filters of {@link StatisticRules}. */
public final class StatisticFilters {
    private StatisticFilters() {}

    /** The filter of a rule; null where the rule is not statistical. */
    public static @Nullable Filter of(Rule.Filter rule, RuleServices services) throws Failure, IOException {
        Filter single = single(rule, services);
        return single != null ? single : QualityFilters.of(rule);
    }

    private static @Nullable Filter single(Rule.Filter rule, RuleServices services) throws Failure, IOException {
        if (rule instanceof StatisticRules.TextLength length) {
            return Measured.of(View::characters, length.min(), length.max());
        }
        if (rule instanceof StatisticRules.Words words) {
            return Measured.of(words(words), words.min(), words.max());
        }
        if (rule instanceof StatisticRules.Tokens tokens) {
            return Measured.of(tokens(tokens, services), tokens.min(), tokens.max());
        }
        if (rule instanceof StatisticRules.StopWords words) {
            return Measured.of(stopWords(words, services), words.min(), words.max());
        }
        Filter lines = lines(rule);
        return lines != null ? lines : characters(rule);
    }

    private static @Nullable Filter lines(Rule.Filter rule) throws Failure {
        if (rule instanceof StatisticRules.AverageLineLength line) {
            boolean own = Flavours.of(line, line.flavour(), Flavour.DATA_JUICER) == Flavour.LATHE;
            return Measured.of(own ? LineLengths::average : DataJuicer::averageLineLength, line.min(), line.max());
        }
        if (rule instanceof StatisticRules.MaximumLineLength line) {
            Flavours.of(line, line.flavour(), Flavour.DATA_JUICER);
            return Measured.of(LineLengths::longest, line.min(), line.max());
        }
        return null;
    }

    private static @Nullable Filter characters(Rule.Filter rule) throws Failure {
        if (rule instanceof StatisticRules.Alphanumerics share) {
            return Measured.of(alphanumerics(share), share.min(), share.max());
        }
        if (rule instanceof StatisticRules.SpecialCharacters share) {
            boolean own = Flavours.of(share, share.flavour(), Flavour.DATA_JUICER) == Flavour.LATHE;
            ToDoubleFunction<View> measure =
                    own ? view -> Shares.of(view.counts().special(), view.characters()) : DataJuicer::specialCharacters;
            return Measured.of(measure, share.min(), share.max());
        }
        if (rule instanceof StatisticRules.CharacterRepetition share) {
            Flavours.of(share, share.flavour(), Flavour.DATA_JUICER);
            return Measured.of(view -> CharacterRepetition.of(view, share.n()), share.min(), share.max());
        }
        if (rule instanceof StatisticRules.WordRepetition share) {
            return Measured.of(wordRepetition(share), share.min(), share.max());
        }
        return null;
    }

    private static ToDoubleFunction<View> words(StatisticRules.Words rule) throws Failure {
        Flavour flavour = Flavours.of(
                rule,
                rule.flavour(),
                Flavour.DATA_JUICER,
                Flavour.DATATROVE,
                Flavour.FINEWEB,
                Flavour.GOPHER,
                Flavour.DOLMA);
        return switch (flavour) {
            case LATHE, C4 -> view -> view.words().size();
            case DATA_JUICER -> DataJuicer::words;
            case DATATROVE, FINEWEB -> Datatrove::wordCount;
            case GOPHER -> RedPajama::words;
            case DOLMA -> Dolma::words;
        };
    }

    private static ToDoubleFunction<View> tokens(StatisticRules.Tokens rule, RuleServices services)
            throws Failure, IOException {
        if (rule.tokenizer().isEmpty()) {
            return WordsAndSigns::count;
        }
        Path tokenizer = services.resolve(rule.tokenizer());
        ToDoubleFunction<String> counted = services.tokens(tokenizer);
        return view -> counted.applyAsDouble(view.text());
    }

    private static ToDoubleFunction<View> alphanumerics(StatisticRules.Alphanumerics rule) throws Failure {
        boolean own = Flavours.of(rule, rule.flavour(), Flavour.DATA_JUICER) == Flavour.LATHE;
        if (rule.per() == Per.WORDS) {
            if (!own) {
                throw Failure.badInput(
                        "data-juicer counts letters to a token of the tokenizer of pythia-6.9b, which Lathe has not",
                        rule.label() + ".per",
                        "choose per: characters",
                        "or flavour: lathe");
            }
            return view -> Shares.of(view.counts().letters(), view.words().size());
        }
        return own
                ? view -> Shares.of(
                        view.counts().letters()
                                + view.counts().numbers()
                                + view.counts().marks(),
                        view.characters())
                : DataJuicer::alphanumerics;
    }

    private static ToDoubleFunction<View> wordRepetition(StatisticRules.WordRepetition rule) throws Failure {
        int n = rule.n();
        if (Flavours.of(rule, rule.flavour(), Flavour.DATA_JUICER) == Flavour.DATA_JUICER) {
            return view -> DataJuicer.wordRepetition(view, n);
        }
        return view -> {
            WordGrams grams = view.shared(WordGrams.OF);
            return Shares.of(grams.of(n).places(), grams.all(n));
        };
    }

    private static ToDoubleFunction<View> stopWords(StatisticRules.StopWords rule, RuleServices services)
            throws Failure, IOException {
        Flavour flavour = Flavours.of(rule, rule.flavour(), Flavour.DATA_JUICER);
        List<String> own = new ArrayList<>();
        for (String list : rule.lists()) {
            own.addAll(StopWordLists.read(services.resolve(list), rule.languages()));
        }
        if (flavour == Flavour.DATA_JUICER) {
            WordSet words = dataJuicerWords(rule, own);
            return view -> DataJuicer.stopWords(view, words);
        }
        boolean all = rule.languages().isEmpty() && own.isEmpty();
        return StopWords.of(all ? StopWordLists.LANGUAGES : rule.languages(), own)::share;
    }

    private static WordSet dataJuicerWords(StatisticRules.StopWords rule, List<String> own) throws Failure {
        if (own.isEmpty()) {
            throw Failure.badInput(
                    "data-juicer's share of stop words is of its own list, which Lathe has not",
                    rule.label() + ".lists",
                    "name its stopwords.json under lists, and its language under languages",
                    "or choose flavour: lathe");
        }
        return new WordSet(own);
    }
}
