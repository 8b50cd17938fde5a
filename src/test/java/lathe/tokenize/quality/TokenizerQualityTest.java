package lathe.tokenize.quality;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.data.Document;
import lathe.data.Script;
import lathe.run.Json;
import lathe.run.RunContext;
import lathe.text.Tokenizer;
import org.junit.jupiter.api.Test;

class TokenizerQualityTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/text/tokenizer");
    private static final Path CORPUS = Path.of("src/test/resources/golden/text/corpus.txt");

    private static TokenizerQuality measure(Tokenizer tokenizer, int threads, Document... records) throws Exception {
        return TokenizerQuality.of(tokenizer, List.of(records).stream(), threads, RunContext.quiet());
    }

    @Test
    void qualityCountsWhatThereIs() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(FOLDER)) {
            TokenizerQuality quality = measure(
                    tokenizer, 2, Document.text("1", "a", "the lathe turns"), Document.text("2", "b", "车床慢慢地转"));

            Slice english = requireNonNull(quality.bySource().get("a"));
            assertEquals(15, english.bytes());
            assertEquals(3, english.words());
            assertEquals(tokenizer.encode("the lathe turns").length, english.tokens());
            Slice chinese = requireNonNull(quality.bySource().get("b"));
            assertEquals(6, chinese.words());
            assertEquals(18, chinese.bytes());
            assertEquals(chinese, quality.byLanguage().get("zh"));
            assertEquals(0, quality.mismatched());
            assertTrue(quality.use().below(1).anyMatch(id -> id == end(tokenizer)));
            assertEquals(2, quality.total().records());
        }
    }

    private static int end(Tokenizer tokenizer) {
        return tokenizer.id("<|endoftext|>");
    }

    @Test
    void wordsAreCutWhereATokenBeginsInThem() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(FOLDER)) {
            Slice whole =
                    measure(tokenizer, 1, Document.text("1", "a", " a a a")).total();
            Slice cut = measure(tokenizer, 1, Document.text("1", "a", " qzxqzx a qzxqzx"))
                    .total();

            assertEquals(0, whole.cut());
            assertEquals(2, cut.cut(), "however often a word is cut, it is one");
            assertEquals(2 / 3.0, cut.cutShare(), 1e-9);
        }
    }

    @Test
    void partsOfCharactersAreCounted() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(FOLDER)) {
            Slice slice = measure(tokenizer, 1, Document.text("1", "a", "𠮷")).total();

            assertEquals(4, slice.partial(), "a character that was never seen is four bytes");
            assertEquals(0, slice.unknown());
            assertEquals(1.0, slice.partialShare());
        }
    }

    @Test
    void efficiencyIsOneForEvenUseAndFallsWithUnevenUse() {
        TokenUse even = new TokenUse(4);
        even.add(new int[] {0, 1, 2, 3});
        TokenUse uneven = new TokenUse(4);
        uneven.add(new int[] {0, 0, 0, 0, 0, 1, 2, 3});

        assertEquals(1, even.renyiEfficiency(), 1e-12);
        assertEquals(1, even.shannonEfficiency(), 1e-12);
        // 5/8 and three times 1/8: H = 5/8 lb 8/5 + 3/8 lb 8, over lb 4
        assertEquals((0.625 * Math.log(1.6) / Math.log(2) + 0.375 * 3) / 2, uneven.shannonEfficiency(), 1e-12);
        assertTrue(uneven.renyiEfficiency() < uneven.shannonEfficiency());
        assertEquals(List.of(1, 2, 3), uneven.below(5).boxed().toList());
    }

    @Test
    void aMismatchNamesThePlace() {
        assertEquals(new Mismatch("7", 2, "𠮷x", "?"), Mismatch.of("7", "ab𠮷x", "ab?"));
        assertEquals(new Mismatch("7", 2, "", " "), Mismatch.of("7", "ab", "ab "));
    }

    @Test
    void theVocabularyIsTakenApart() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(FOLDER)) {
            VocabularyReport report = VocabularyReport.of(tokenizer, RunContext.quiet());

            assertEquals(tokenizer.vocabSize(), report.size());
            assertEquals(1, report.special());
            assertTrue(report.partial().size() >= 128, "half of all bytes are none of ASCII");
            // steps on the way to 'll and 've, which the pattern never cuts off by themselves
            assertEquals(
                    List.of("'l", "'v"),
                    report.unreachable().stream().map(tokenizer::piece).toList());
            assertTrue(report.scripts().getOrDefault(Script.LATIN, 0) > 0);
            int longest = report.longest().get(0);
            assertTrue(requireNonNull(tokenizer.bytes(longest)).length >= 6, tokenizer.piece(longest));
            int inAll = report.lengths().stream().mapToInt(Integer::intValue).sum();
            assertEquals(report.size(), inAll + report.partial().size() + report.special());
        }
    }

    @Test
    void aSmallerVocabularyIsAPrefixOfTheMerges() throws Exception {
        ObjectNode whole = (ObjectNode)
                Json.mapper().readTree(FOLDER.resolve("tokenizer.json").toFile());
        int size = whole.path("model").path("vocab").size();

        ObjectNode part = Truncated.of(whole, size - 10).orElseThrow();

        assertEquals(size - 10, part.path("model").path("vocab").size());
        assertEquals(
                whole.path("model").path("merges").size() - 10,
                part.path("model").path("merges").size());
        assertTrue(Truncated.of(whole, size).isEmpty(), "no smaller than it is");
        assertTrue(Truncated.of(whole, 10).isEmpty(), "the bytes stay");
    }

    @Test
    void compressionGrowsWithTheVocabulary() throws Exception {
        List<String> texts = Files.readAllLines(CORPUS);

        SizeCurve curve = SizeCurve.of(FOLDER, texts, RunContext.quiet());

        assertFalse(curve.points().isEmpty());
        for (int i = 1; i < curve.points().size(); i++) {
            assertTrue(curve.points().get(i).bytesPerToken()
                    > curve.points().get(i - 1).bytesPerToken());
        }
    }

    @Test
    void aVocabularySharesEverythingWithItself() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(FOLDER)) {
            Overlap overlap = Overlap.of(tokenizer, tokenizer);

            assertEquals(1, overlap.jaccard());
            assertEquals(tokenizer.vocabSize() - 1, overlap.shared());
        }
    }
}
