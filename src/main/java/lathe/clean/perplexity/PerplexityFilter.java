package lathe.clean.perplexity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import lathe.clean.rule.Bounds;
import lathe.clean.rule.Broken;
import lathe.clean.rule.Filter;
import lathe.clean.rule.Population;
import lathe.clean.rule.ScoreJson;
import lathe.clean.rule.Scores;
import lathe.clean.rule.View;
import lathe.recipe.ContentRules;
import lathe.text.language.LanguageDetection;
import lathe.text.language.PackedCode;
import org.jspecify.annotations.Nullable;

/**
 * Measures how surprising a text is to a model: 10 (or e) to the power of the mean negative logarithm of its words'
 * probabilities. Perplexities of different languages cannot be compared, so percentiles are among texts of one
 * language.
 */
final class PerplexityFilter implements Filter {
    private static final List<String> COLUMNS = List.of("perplexity", "language");

    private final ContentRules.Perplexity rule;
    private final ToDoubleFunction<String> perplexity;
    private final LanguageDetection languages;
    private volatile Percentiles percentiles = Percentiles.NONE;

    PerplexityFilter(ContentRules.Perplexity rule, ToDoubleFunction<String> perplexity, LanguageDetection languages) {
        this.rule = rule;
        this.perplexity = perplexity;
        this.languages = languages;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void score(View view, double[] scores, int at) {
        scores[at] = perplexity.applyAsDouble(view.text());
        scores[at + 1] = PackedCode.pack(languages.detect(view.text()).language());
    }

    @Override
    public void prepare(Population all) {
        if (rule.minPercentile() != null || rule.maxPercentile() != null) {
            percentiles = Percentiles.of(all);
        }
    }

    @Override
    public @Nullable Broken decide(Scores scores) {
        if (Double.isNaN(scores.get(0))) {
            return null;
        }
        Broken broken = new Bounds(rule.min(), rule.max()).broken(scores.get(0));
        if (broken != null) {
            return broken;
        }
        double percentile = percentiles.of(scores.get(1), scores.get(0));
        Broken rank = new Bounds(rule.minPercentile(), rule.maxPercentile()).broken(percentile);
        return rank == null ? null : new Broken(rank.value(), "percentile " + rank.bound());
    }

    @Override
    public Object json(Scores scores) {
        Map<String, Object> json = new LinkedHashMap<>();
        Number value = ScoreJson.number(scores.get(0));
        json.put("perplexity", value == null ? "none" : value);
        json.put("language", PackedCode.unpack(scores.get(1)));
        return json;
    }
}
