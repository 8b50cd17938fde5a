package lathe.clean;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.data.Document;
import lathe.recipe.ContentRules;
import lathe.recipe.Rule;
import lathe.run.Failure;
import lathe.text.Words;
import org.jspecify.annotations.Nullable;

/** Share of a text's words that are listed, at most 1; a text without words scores 0, unless it has a hit. */
final class KeywordsFilter implements Filter<Double> {
    private final KeywordTrie listed;
    private final Bounds bounds;

    KeywordsFilter(ContentRules.Keywords rule, Path base) throws Failure, IOException {
        List<String> entries = new ArrayList<>(rule.words());
        for (String list : rule.lists()) {
            entries.addAll(KeywordLists.load(list, base));
        }
        listed = new KeywordTrie(entries);
        bounds = new Bounds(null, rule.max());
    }

    @Override
    public Double score(Document document) {
        String text = document.content();
        long hits = listed.hits(text);
        return hits == 0 ? 0.0 : Math.min(1, (double) hits / Math.max(1, Words.count(text)));
    }

    @Override
    public @Nullable Broken decide(Double score) {
        return bounds.broken(score);
    }
}
