package lathe.clean;

import lathe.data.Document;
import lathe.recipe.StatisticRules;
import lathe.recipe.Rule;
import org.jspecify.annotations.Nullable;

/** Length in code points, as data-juicer's text_length_filter. */
final class TextLengthFilter implements Filter<Long> {
    private final Bounds bounds;

    TextLengthFilter(StatisticRules.TextLength rule) {
        Long min = rule.min();
        Long max = rule.max();
        bounds = new Bounds(min == null ? null : min.doubleValue(), max == null ? null : max.doubleValue());
    }

    @Override
    public Long score(Document document) {
        String text = document.content();
        return (long) text.codePointCount(0, text.length());
    }

    @Override
    public @Nullable Broken decide(Long score) {
        return bounds.broken(score);
    }
}
