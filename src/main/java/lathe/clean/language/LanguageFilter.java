package lathe.clean.language;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.clean.rule.Bounds;
import lathe.clean.rule.Broken;
import lathe.clean.rule.Filter;
import lathe.clean.rule.ScoreJson;
import lathe.clean.rule.Scores;
import lathe.clean.rule.View;
import lathe.recipe.ContentRules;
import lathe.text.language.LanguageDetection;
import lathe.text.language.LanguageScore;
import lathe.text.language.PackedCode;
import org.jspecify.annotations.Nullable;

/** Keeps records in certain languages, by {@link LanguageDetection}. The language is stored as a {@link PackedCode}. */
final class LanguageFilter implements Filter {
    private static final List<String> COLUMNS = List.of("language", "confidence");

    private final ContentRules.Language rule;
    private final LanguageDetection detection;

    LanguageFilter(ContentRules.Language rule) throws IOException {
        this.rule = rule;
        this.detection = LanguageDetection.get();
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void score(View view, double[] scores, int at) {
        LanguageScore score = detection.detect(view.text());
        scores[at] = PackedCode.pack(score.language());
        scores[at + 1] = score.confidence();
    }

    @Override
    public @Nullable Broken decide(Scores scores) {
        if (rule.keep().isEmpty()) {
            return null;
        }
        String language = PackedCode.unpack(scores.get(0));
        if (!rule.keep().contains(language)) {
            return new Broken(language, "one of " + String.join(", ", rule.keep()));
        }
        return new Bounds(rule.min(), null).broken(scores.get(1));
    }

    @Override
    public Object json(Scores scores) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("language", PackedCode.unpack(scores.get(0)));
        json.put("confidence", ScoreJson.number(scores.get(1)));
        return json;
    }
}
