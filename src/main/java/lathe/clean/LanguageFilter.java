package lathe.clean;

import java.io.IOException;
import lathe.data.Document;
import lathe.recipe.ContentRules;
import lathe.recipe.Rule;
import org.jspecify.annotations.Nullable;

/** Keeps records in certain languages, by {@link LanguageDetection}. */
final class LanguageFilter implements Filter<LanguageScore> {
    private final ContentRules.Language rule;
    private final LanguageDetection detection;

    LanguageFilter(ContentRules.Language rule) throws IOException {
        this.rule = rule;
        this.detection = new LanguageDetection();
    }

    @Override
    public LanguageScore score(Document document) {
        return detection.detect(document.content());
    }

    @Override
    public @Nullable Broken decide(LanguageScore score) {
        if (rule.keep().isEmpty()) {
            return null;
        }
        if (!rule.keep().contains(score.language())) {
            return new Broken(score.language(), "one of " + String.join(", ", rule.keep()));
        }
        return new Bounds(rule.min(), null).broken(score.confidence());
    }
}
