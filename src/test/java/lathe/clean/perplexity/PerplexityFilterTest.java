package lathe.clean.perplexity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lathe.clean.rule.Broken;
import lathe.clean.rule.Filter;
import lathe.clean.rule.Population;
import lathe.clean.rule.RuleServices;
import lathe.clean.rule.Scores;
import lathe.clean.rule.View;
import lathe.data.Document;
import lathe.recipe.ContentRules;
import lathe.run.Failure;
import lathe.text.language.PackedCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerplexityFilterTest {
    @TempDir
    Path folder;

    private int read;

    @BeforeEach
    void goodText() throws IOException {
        Files.createDirectories(folder.resolve("good"));
        Files.writeString(folder.resolve("good/a.txt"), Golden.corpus());
    }

    @Test
    void debrisIsMoreSurprisingThanTextLikeTheGoodOneInBothLanguages() throws Exception {
        Filter filter = filter(rule("good", null, null, null, null));
        assertTrue(score(filter, "The dull chisel tears the oak.") * 5 < score(filter, "zx qq #*! wvz kk0 }}"));
        assertTrue(score(filter, "木板在车床上，他离开了车间。") * 5 < score(filter, "囧囦釒饣囍勹卝卬丏丌亜亝"));
    }

    @Test
    void aTextWithoutWordsHasNoneAndStays() throws Exception {
        Filter filter = filter(rule("good", 1.0, 2.0, null, null));
        double[] scores = new double[2];
        filter.score(view(" \n "), scores, 0);
        assertNull(filter.decide(Scores.in(scores, 0)));
        assertEquals(Map.of("perplexity", "none", "language", "und"), filter.json(Scores.in(scores, 0)));
    }

    @Test
    void bothBoundsAreHeld() throws Exception {
        Filter filter = filter(rule("good", 10.0, 100.0, null, null));
        assertEquals(new Broken(9.5, "at least 10"), filter.decide(scores(9.5, "en")));
        assertNull(filter.decide(scores(10, "en")));
        assertEquals(new Broken(101L, "at most 100"), filter.decide(scores(101, "zh")));
    }

    @Test
    void percentilesAreAmongTextsOfOneLanguage() throws Exception {
        Filter filter = filter(rule("good", null, null, 10.0, 60.0));
        assertNull(filter.decide(scores(400, "en")), "before all texts are known");
        filter.prepare(population(List.of(
                scores(100, "en"),
                scores(200, "en"),
                scores(300, "en"),
                scores(400, "en"),
                scores(1000, "zh"),
                scores(2000, "zh"),
                scores(Double.NaN, "en"))));

        assertNull(filter.decide(scores(200, "en")));
        assertEquals(new Broken(62.5, "percentile at most 60"), filter.decide(scores(300, "en")));
        assertNull(filter.decide(scores(1000, "zh")), "dearer than all English, but 25 among Chinese");
        assertEquals(new Broken(0L, "percentile at least 10"), filter.decide(scores(50, "en")));
    }

    @Test
    void theModelIsWhatThePathIs() throws Exception {
        try (InputStream in = Golden.open("order-5.arpa.gz")) {
            Files.copy(in, folder.resolve("lm.arpa.gz"));
        }
        Files.createDirectories(folder.resolve("model"));
        Files.writeString(folder.resolve("model/config.json"), "{}");

        double learned = score(filter(rule("good", null, null, null, null)), "the oak board was cut");
        double arpa = score(filter(rule("lm.arpa.gz", null, null, null, null)), "the oak board was cut");
        double folderModel = score(filter(rule("model", null, null, null, null)), "anything");

        assertEquals(learned, arpa, learned * 1e-4);
        assertEquals(Math.exp(2.5), folderModel, 1e-9);
    }

    @Test
    void aModelIsLearnedAgainOnlyIfItsTextChanged() throws Exception {
        filter(rule("good", null, null, null, null));
        filter(rule("good", null, 5.0, null, null));
        assertEquals(1, read);
        Files.writeString(folder.resolve("good/b.txt"), "another text");
        filter(rule("good", null, 5.0, null, null));
        assertEquals(3, read);
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        assertThrows(Failure.class, () -> filter(rule("", null, null, null, null)));
        assertThrows(NoSuchFileException.class, () -> filter(rule("nowhere", null, null, null, null)));
        Files.createDirectories(folder.resolve("empty"));
        assertThrows(Failure.class, () -> filter(rule("empty", null, null, null, null)));
        assertNull(PerplexityFilters.of(new ContentRules.Language(List.of(), 0.5), services()));
    }

    private Filter filter(ContentRules.Perplexity rule) throws Failure, IOException {
        Filter filter = PerplexityFilters.of(rule, services());
        assertNotNull(filter);
        return filter;
    }

    private static ContentRules.Perplexity rule(
            String model,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable Double minPercentile,
            @Nullable Double maxPercentile) {
        return new ContentRules.Perplexity(min, max, minPercentile, maxPercentile, model, 5, 0);
    }

    private static double score(Filter filter, String text) {
        double[] scores = new double[2];
        filter.score(view(text), scores, 0);
        return scores[0];
    }

    private static View view(String text) {
        return new View(Document.text("1", "s", text));
    }

    private static Scores scores(double perplexity, String language) {
        return Scores.in(new double[] {perplexity, PackedCode.pack(language)}, 0);
    }

    private static Population population(List<Scores> all) {
        return new Population() {
            @Override
            public int size() {
                return all.size();
            }

            @Override
            public Scores of(int record) {
                return all.get(record);
            }
        };
    }

    private RuleServices services() {
        return new RuleServices() {
            @Override
            public Path base() {
                return folder;
            }

            @Override
            public Stream<Document> documents(Path file) throws IOException {
                read++;
                return Stream.of(Document.text("1", "good", Files.readString(file)));
            }

            @Override
            public ToDoubleFunction<String> tokens(Path tokenizer) {
                throw new UnsupportedOperationException();
            }

            @Override
            public ToDoubleFunction<String> likelihood(Path model) {
                return text -> 2.5;
            }
        };
    }
}
