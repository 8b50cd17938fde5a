package lathe.text.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import opennlp.tools.langdetect.DefaultLanguageDetectorContextGenerator;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.MaxentModel;
import org.junit.jupiter.api.Test;

class GramModelTest {

    @Test
    void probabilitiesAreThoseOfOpenNlp() throws Exception {
        GramModel ours = GramModelReader.read();
        MaxentModel theirs;
        try (InputStream in = GramModelTest.class.getResourceAsStream("/langdetect-183.bin")) {
            theirs = new LanguageDetectorModel(in).getMaxentModel();
        }
        for (String text : new String[] {
            "The oak board was cut before it had dried.",
            "Открой окно, пожалуйста.",
            "ß",
            "Tấm ván bị cưa trước khi khô."
        }) {
            Plain plain = new Plain(text, text.length());
            String seen = new String(plain.chars(), 0, plain.length());
            CharSequence[] grams = new DefaultLanguageDetectorContextGenerator(1, 3).getContext(seen);
            double[] expected = theirs.eval(distinct(grams));
            double[] actual = softmax(ours.sums(plain.chars(), plain.length()));
            for (int i = 0; i < expected.length; i++) {
                int at = ours.languages().indexOf(theirs.getOutcome(i));
                assertEquals(expected[i], actual[at], 1e-7, text + " " + theirs.getOutcome(i));
            }
        }
    }

    @Test
    void aTextIsSeenInSmallLettersWithoutWhatSaysNothing() {
        assertEquals("ab c", plain("AB\n\t 12 c"));
        assertEquals("see and", plain("See https://a.example/b?c=d and 😀"));
        assertEquals("mail or ", plain("mail a.b@c-d.example or @you #tag") + " ");
        assertEquals("soo good", plain("soooooo good"));
        assertEquals("on, off", plain("on, 中文が off"));
    }

    @Test
    void aBeginningCountsIdeographsAndRuns() {
        Beginning mixed = Beginning.of("用 Java 写 don't かな");
        assertEquals(2, mixed.han());
        assertEquals(2, mixed.kana());
        assertEquals(3, mixed.runs());
        assertEquals(Beginning.LETTERS, Beginning.of("a".repeat(5_000)).end());
        assertTrue(Beginning.of("é".repeat(10)).script() == Character.UnicodeScript.LATIN);
    }

    private static String plain(String text) {
        Plain plain = new Plain(text, text.length());
        return new String(plain.chars(), 0, plain.length());
    }

    private static String[] distinct(CharSequence[] grams) {
        return java.util.Arrays.stream(grams)
                .map(CharSequence::toString)
                .distinct()
                .toArray(String[]::new);
    }

    private static double[] softmax(double[] sums) {
        double total = 0;
        for (double sum : sums) {
            total += Math.exp(sum);
        }
        double[] shares = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            shares[i] = Math.exp(sums[i]) / total;
        }
        return shares;
    }
}
