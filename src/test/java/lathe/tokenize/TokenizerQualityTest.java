package lathe.tokenize;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import lathe.data.Document;
import lathe.run.RunContext;
import lathe.text.Tokenizer;
import org.junit.jupiter.api.Test;

class TokenizerQualityTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/text");

    @Test
    void qualityCountsWhatThereIs() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(GOLDEN.resolve("tokenizer"))) {
            List<Document> records =
                    List.of(Document.text("1", "en", "the lathe turns"), Document.text("2", "zh", "车床慢慢地转"));

            TokenizerQuality quality = TokenizerQuality.of(tokenizer, records.stream(), 2, RunContext.quiet());

            TokenizerQuality.Size english = requireNonNull(quality.bySource().get("en"));
            assertEquals(15, english.bytes());
            assertEquals(3, english.words());
            assertEquals(tokenizer.encode("the lathe turns").length, english.tokens());
            TokenizerQuality.Size chinese = requireNonNull(quality.bySource().get("zh"));
            assertEquals(6, chinese.words());
            assertEquals(18, chinese.bytes());
            assertEquals(List.of(), quality.mismatches());
            assertTrue(quality.unused().contains(tokenizer.endOfText()));
            assertEquals(2, quality.total().records());
        }
    }
}
