package lathe.clean.perplexity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import lathe.run.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // tabs would not be seen in a block
class ArpaReaderTest {
    private static final String TINY = "\\data\\\nngram 1=4\nngram 2=2\n\n\\1-grams:\n-1.0\t<unk>\n-99\t<s>\t-0.5\n"
            + "-0.5\t</s>\n-0.3\ta\t-0.25\n\n\\2-grams:\n-0.1\t<s> a\n-0.2\ta </s>\n\n\\end\\\n";

    @Test
    void scoresAreThoseOfKenLmsQuery() throws Exception {
        for (String line : Golden.text("scores.tsv").lines().toList()) {
            String[] parts = line.split("\t", -1);
            NgramModel model = Golden.model(parts[0]);
            Scorer scorer = new Scorer(model);
            scorer.line(model.words(parts[1], 0, parts[1].length()));
            assertEquals(Double.parseDouble(parts[2]), scorer.sum(), 2e-5, line);
        }
    }

    @Test
    void aTinyModelByHand() throws Exception {
        NgramModel model = read(TINY);
        // <s> a, a </s>
        assertEquals(Math.pow(10, 0.3 / 2), model.perplexity("a"), 1e-6);
        // <s> a; back-off of a, then a; a </s>
        assertEquals(Math.pow(10, (0.1 + 0.25 + 0.3 + 0.2) / 3), model.perplexity("a a"), 1e-6);
        // back-off of <s>, then <unk>; </s>
        assertEquals(Math.pow(10, (0.5 + 1 + 0.5) / 2), model.perplexity("b"), 1e-6);
        // lines are sentences; those without words are left out
        assertEquals(model.perplexity("a"), model.perplexity("a\n\n \r\na\n"), 1e-9);
        assertTrue(Double.isNaN(model.perplexity(" \n")));
    }

    @Test
    void rawChineseIsCutWhereTheModelDoesNotKnowTheWhole() throws Exception {
        NgramModel model = Golden.model("order-5");
        assertEquals(model.perplexity("木 板 在 车 床 上 。"), model.perplexity("木板在车床上。"), 1e-9);
    }

    @Test
    void withoutUnknownWordsOnesProbabilityIsKenLmsHundredth() throws Exception {
        NgramModel model = read(TINY.replace("-1.0\t<unk>\n", "").replace("1=4", "1=3"));
        assertEquals(Math.pow(10, (0.5 + 100 + 0.5) / 2), model.perplexity("b"), 1e45);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\data\\=data",
                "\\2-grams:=\\3-grams:",
                "ngram 1=4=ngram 1=5",
                "-0.3\ta=x\ta",
                "<s> a=<s>",
                "<s> a=<s> b",
                "\\end\\="
            })
    void aBrokenFileIsRefusedWithItsLine(String change) {
        int at = change.lastIndexOf(change.startsWith("ngram") ? "=ngram" : "=");
        String broken = TINY.replace(change.substring(0, at), change.substring(at + 1));
        Failure failure = assertThrows(Failure.class, () -> read(broken));
        assertTrue(failure.where().toLowerCase(Locale.ROOT).startsWith("here:"), failure.where());
    }

    private static NgramModel read(String text) throws IOException, Failure {
        return ArpaReader.read(new BufferedReader(new StringReader(text)), "here");
    }
}
