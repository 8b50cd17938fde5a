package lathe.clean.keyword;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lathe.clean.rule.Bounds;
import lathe.clean.rule.Broken;
import lathe.clean.rule.Filter;
import lathe.clean.rule.RuleServices;
import lathe.clean.rule.Scores;
import lathe.clean.rule.View;
import lathe.recipe.ContentRules;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** How far a text uses listed words: a ratio, which is bounded, and the number of hits. */
final class KeywordsFilter implements Filter {
    private static final List<String> COLUMNS = List.of("ratio", "hits");

    private final KeywordMeasure measure;
    private final Bounds bounds;

    KeywordsFilter(ContentRules.Keywords rule, RuleServices services) throws Failure, IOException {
        List<String> entries = new ArrayList<>(rule.words());
        for (String list : rule.lists()) {
            entries.addAll(KeywordLists.load(list, services.base()));
        }
        measure = measure(rule, entries);
        bounds = new Bounds(null, rule.max());
    }

    private static KeywordMeasure measure(ContentRules.Keywords rule, List<String> entries) throws Failure {
        return switch (rule.flavour()) {
            case LATHE -> new WordShare(entries);
            case DATA_JUICER -> new RefinedWordShare(entries, rule.pairs());
            case C4, DATATROVE -> new C4Hit(entries);
            case DOLMA -> new DolmaHit(entries);
            case GOPHER, FINEWEB ->
                throw Failure.badInput(
                        "The keyword rule has no such flavour: " + rule.flavour(),
                        "keywords: flavour",
                        "choose lathe, data-juicer, c4, datatrove or dolma");
        };
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void score(View view, double[] scores, int at) {
        KeywordMeasure.Share share = measure.of(view);
        scores[at] = share.ratio();
        scores[at + 1] = share.hits();
    }

    @Override
    public @Nullable Broken decide(Scores scores) {
        return bounds.broken(scores.get(0));
    }
}
