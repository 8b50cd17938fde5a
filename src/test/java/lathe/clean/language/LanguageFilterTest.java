package lathe.clean.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import lathe.clean.rule.Broken;
import lathe.clean.rule.Scores;
import lathe.clean.rule.View;
import lathe.data.Document;
import lathe.recipe.ContentRules;
import lathe.run.RunContext;
import lathe.text.language.PackedCode;
import org.junit.jupiter.api.Test;

class LanguageFilterTest {

    @Test
    void aLanguageThatIsNotKeptIsNamed() throws Exception {
        LanguageFilter filter = new LanguageFilter(new ContentRules.Language(List.of("zh", "en"), 0.65));

        assertEquals(new Broken("fr", "one of zh, en"), filter.decide(scores("fr", 0.99)));
        assertEquals(new Broken(0.5, "at least 0.65"), filter.decide(scores("en", 0.5)));
        assertNull(filter.decide(scores("zh", 0.65)));
    }

    @Test
    void withoutLanguagesToKeepItOnlyScores() throws Exception {
        LanguageFilter filter = new LanguageFilter(new ContentRules.Language(List.of(), 0.65));
        assertNull(filter.decide(scores("und", 0)));
    }

    @Test
    void aScoreIsWrittenAsCodeAndConfidence() throws Exception {
        LanguageFilter filter = new LanguageFilter(new ContentRules.Language(List.of("zh"), 0.65));
        double[] scores = new double[3];
        filter.score(new View(Document.text("1", "s", "床前明月光，疑是地上霜。")), scores, 1);
        assertEquals(Map.of("language", "zh", "confidence", 1L), filter.json(Scores.in(scores, 1)));
    }

    @Test
    void codesSurvivePacking() {
        assertEquals(149, PackedCode.pack("en"));
        assertEquals("und", PackedCode.unpack(PackedCode.pack("und")));
        assertEquals("zzzzzzzzzzz", PackedCode.unpack(PackedCode.pack("zzzzzzzzzzz")));
        assertThrows(IllegalArgumentException.class, () -> PackedCode.pack("zh-CN"));
    }

    @Test
    void textsAreCountedByLanguageMostFrequentFirst() throws Exception {
        Map<String, Integer> counts = LanguageShares.of(
                List.of("床前明月光，疑是地上霜。", "举头望明月，低头思故乡。", "A lathe turns wood into useful things.", "123"),
                RunContext.quiet());
        assertEquals(Map.of("zh", 2, "en", 1, "und", 1), counts);
        assertEquals("zh", counts.keySet().iterator().next());
    }

    private static Scores scores(String language, double confidence) {
        return Scores.in(new double[] {PackedCode.pack(language), confidence}, 0);
    }
}
