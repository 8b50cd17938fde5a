package lathe.text.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectionTest {

    @Test
    void languagesOfShortAndMixedTexts() throws Exception {
        Map<String, String> known = new HashMap<>();
        known.put("你好", "zh");
        known.put("你好，请问你是谁", "zh");
        known.put("欢迎来到阿里巴巴！", "zh");
        known.put("使用 Python 编写一个排序函数。", "zh");
        known.put("求f(x) = x^2 - 4x + 6的导数。", "zh");
        known.put("𠮷野家很好吃", "zh");
        known.put("これは日本語の文章です。", "ja");
        known.put("이것은 한국어 문장입니다.", "ko");
        known.put("Today is Sunday and it's a happy day!", "en");
        known.put("Do you need a cup of coffee?", "en");
        known.put("Das ist ein Satz in deutscher Sprache, und er ist nicht kurz.", "de");
        known.put("La planche n'était pas encore sèche quand nous l'avons sciée.", "fr");
        known.put("Это предложение написано по-русски.", "ru");
        known.put("12345 !!! …", "und");
        known.put("", "und");
        for (Map.Entry<String, String> each : known.entrySet()) {
            assertEquals(each.getValue(), language(each.getKey()), each.getKey());
        }
    }

    /**
     * Sentences of two to twelve words in over twenty languages. The two constants were chosen on the first file only.
     */
    @ParameterizedTest
    @CsvSource({"sentences, 0.94, 0.74", "held-out, 0.94, 0.74"})
    void mostShortSentencesAreRightAndNoneIsWrongWithConfidence(String file, double right, double sure)
            throws Exception {
        List<String> lines = lines(file);
        int rights = 0;
        int sures = 0;
        for (String line : lines) {
            String[] parts = line.split("\t", -1);
            LanguageScore score = LanguageDetection.get().detect(parts[1]);
            boolean is = score.language().equals(parts[0]);
            rights += is ? 1 : 0;
            sures += is && score.confidence() >= 0.65 ? 1 : 0;
            assertTrue(is || score.confidence() < 0.65, () -> line + ": " + score);
        }
        assertTrue(rights >= right * lines.size(), rights + " of " + lines.size());
        assertTrue(sures >= sure * lines.size(), sures + " of " + lines.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Name three fruits.", "Write a short poem.", "Sort these numbers.", "How are you?"})
    void shortInstructionsAreEnglishWithConfidence(String text) throws Exception {
        LanguageScore score = LanguageDetection.get().detect(text);
        assertEquals("en", score.language());
        assertTrue(score.confidence() > 0.65, score.toString());
    }

    @Test
    void confidenceIsAShareAndGrowsWithTheText() throws Exception {
        String sentence = "The board was cut before it had dried. ";
        double one = LanguageDetection.get().detect(sentence).confidence();
        double ten = LanguageDetection.get()
                .detect(sentence + "A dull chisel tears the wood.")
                .confidence();
        assertTrue(0 < one && one <= ten && ten <= 1);
        assertTrue(LanguageDetection.get().detect("你好，请问你是谁").confidence() > 0.99);
        assertEquals("zh", language("今天我们学习机器学习的基础知识 machine learning basics"));
        assertTrue(LanguageDetection.get()
                        .detect("今天我们学习 machine learning, deep learning and natural language processing")
                        .confidence()
                < 0.65);
    }

    @Test
    void aScriptOfOneLanguageDecidesByItself() throws Exception {
        assertEquals("th", language("ขอบคุณมาก"));
        assertEquals("el", language("Ευχαριστώ"));
        assertEquals("he", language("תודה"));
        assertEquals("ka", language("დიდი"));
        assertEquals("und", language("ᚠᚢᚦᚨᚱᚲ"));
    }

    @Test
    void everyCodeSurvivesPacking() throws Exception {
        for (String code : LanguageDetection.get().codes()) {
            assertEquals(code, PackedCode.unpack(PackedCode.pack(code)));
        }
    }

    @Test
    void addressesAndNumbersSayNothing() throws Exception {
        String text = "Der Kessel ist noch kalt und das Feuer ist aus.";
        assertEquals(
                LanguageDetection.get().detect(text).language(),
                language(text + " https://example.org/the/best/english/words/about/the/house 12345 a.b@the-house.org"));
    }

    private static String language(String text) throws IOException {
        return LanguageDetection.get().detect(text).language();
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in =
                LanguageDetectionTest.class.getResourceAsStream("/golden/text/language/" + name + ".tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
