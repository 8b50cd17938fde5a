package lathe.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import lathe.data.Document;
import lathe.recipe.ContentRules;
import lathe.recipe.StatisticRules;
import lathe.recipe.DuplicateRules;
import lathe.recipe.Rule;
import org.junit.jupiter.api.Test;

class FiltersTest {

    @Test
    void languagesOfShortAndMixedTexts() throws Exception {
        LanguageDetection detection = new LanguageDetection();
        Map<String, String> known = Map.ofEntries(
                Map.entry("你好", "zh"),
                Map.entry("你好，请问你是谁", "zh"),
                Map.entry("欢迎来到阿里巴巴！", "zh"),
                Map.entry("使用 Python 编写一个排序函数。", "zh"),
                Map.entry("𠮷野家很好吃", "zh"),
                Map.entry("これは日本語の文章です。", "ja"),
                Map.entry("이것은 한국어 문장입니다.", "ko"),
                Map.entry("Today is Sunday and it's a happy day!", "en"),
                Map.entry("Do you need a cup of coffee?", "en"),
                Map.entry("Das ist ein Satz in deutscher Sprache, und er ist nicht kurz.", "de"),
                Map.entry(
                        "Sur la plateforme MT4, plusieurs manières d'accéder à ces fonctionnalités sont conçues.",
                        "fr"),
                Map.entry("Это предложение написано по-русски.", "ru"),
                Map.entry("12345 !!! …", "und"),
                Map.entry("", "und"));

        known.forEach((text, language) ->
                assertEquals(language, detection.detect(text).language(), text));
        assertTrue(detection.detect("你好，请问你是谁").confidence() > 0.99);
        assertTrue(detection
                        .detect("This sentence is long enough to be recognised without any doubt.")
                        .confidence()
                > 0.65);
    }

    @Test
    void aLanguageThatIsNotKeptIsNamed() throws Exception {
        LanguageFilter filter = new LanguageFilter(new ContentRules.Language(List.of("zh", "en"), 0.65));

        Broken broken = filter.decide(new LanguageScore("fr", 0.99));

        assertEquals(new Broken("fr", "one of zh, en"), broken);
        assertEquals(new Broken(0.5, "at least 0.65"), filter.decide(new LanguageScore("en", 0.5)));
        assertEquals(null, filter.decide(new LanguageScore("zh", 0.65)));
    }

    @Test
    void noLetterIsSpecial() {
        for (int c : "一士上πГøシッツンœaZéн".codePoints().toArray()) {
            assertFalse(SpecialCharactersFilter.isSpecial(c), Character.toString(c));
        }
        for (int c : "1１½ \t\u3000。，《!$€→😀".codePoints().toArray()) {
            assertTrue(SpecialCharactersFilter.isSpecial(c), Character.toString(c));
        }
        SpecialCharactersFilter filter = new SpecialCharactersFilter(new StatisticRules.SpecialCharacters(null, 0.25));
        // data-juicer's own example: six blanks and a question mark in 28 characters.
        assertEquals(0.25, filter.score(text("Do you need a cup of coffee?")));
        assertEquals(null, filter.decide(0.25));
    }

    @Test
    void lengthCountsCodePoints() {
        assertEquals(3L, new TextLengthFilter(new StatisticRules.TextLength(null, null)).score(text("a🪵木")));
    }

    @Test
    void keywordsAreWholeWordsWhereWordsHaveSpaces() {
        KeywordTrie trie = new KeywordTrie(List.of("ass", "click here", "点击", "<br>", "点击这里"));

        assertEquals(0, trie.hits("classic assets, an ass1"));
        assertEquals(1, trie.hits("an ASS."));
        assertEquals(2, trie.hits("please Click Here!"));
        assertEquals(2, trie.hits("请点击下载"));
        assertEquals(4, trie.hits("点击这里"), "the longest entry counts, once");
        assertEquals(2, trie.hits("a<br>b<br>c"));
    }

    @Test
    void hashesIgnoreWhatTheRuleSays() {
        DuplicateRules.ExactDuplicates strict = new DuplicateRules.ExactDuplicates(false, false);
        DuplicateRules.ExactDuplicates loose = new DuplicateRules.ExactDuplicates(true, true);

        assertNotEquals(ContentHash.of(text("A b"), strict), ContentHash.of(text("a b"), strict));
        assertEquals(ContentHash.of(text(" A\u3000\n b "), loose), ContentHash.of(text("a b"), loose));
        assertNotEquals(ContentHash.of(text("ab"), loose), ContentHash.of(text("a b"), loose));
    }

    private static Document text(String text) {
        return Document.text("d", "web", text);
    }
}
