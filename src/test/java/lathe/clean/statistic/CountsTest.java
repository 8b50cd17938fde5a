package lathe.clean.statistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import lathe.clean.rule.Broken;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Rules of one number, and of shares of characters, by Lathe's own definitions. */
@NullUnmarked
class CountsTest {

    @Test
    void lengthIsInCodePoints() throws Exception {
        assertEquals(3, Rules.score("text-length", "", "𠮷野家"));
        assertEquals(new Broken(3L, "at least 4"), Rules.broken("text-length", "min: 4", "𠮷野家"));
        assertEquals(new Broken(3L, "at most 2"), Rules.broken("text-length", "max: 2", "𠮷野家"));
        assertNull(Rules.broken("text-length", "", ""));
    }

    @Test
    void wordsAreCountedInChineseToo() throws Exception {
        assertEquals(7, Rules.score("words", "", "今天天气很好，我们去公园散步。"));
        assertEquals(5, Rules.score("words", "", "It's a well-known fact."));
        assertEquals(1, Rules.score("words", "flavour: data-juicer", "今天天气很好，我们去公园散步。"));
    }

    @Test
    void tokensAreCountedByATokenizerOrAreWordsAndSigns() throws Exception {
        assertEquals(9, Rules.score("tokens", "", "今天天气很好，我们去公园散步。"));
        assertEquals(5, Rules.score("tokens", "", "Yes, it is."));
        assertEquals(11, Rules.score("tokens", "tokenizer: some", "Yes, it is."));
    }

    @Test
    void averageLineIsOfTheCharactersInLinesThatAreNotBlank() throws Exception {
        assertEquals(5, Rules.score("average-line-length", "", "一二三四\r\n\r\n  六个字的一行\n"));
        assertEquals(6, Rules.score("maximum-line-length", "", "一二三四\r\n\r\n六个字的一行\n"));
        assertEquals(0, Rules.score("average-line-length", "", ""));
    }

    @Test
    void lettersOfAllScriptsAreAlphanumeric() throws Exception {
        assertEquals(1, Rules.score("alphanumerics", "", "漢字かなहिन्दी12½"));
        assertEquals(0.5, Rules.score("alphanumerics", "", "a,b."));
        assertEquals(2, Rules.score("alphanumerics", "per: words", "我们 训练"));
        assertEquals(0, Rules.score("alphanumerics", "", ""));
    }

    @Test
    void noIdeographIsSpecial() throws Exception {
        assertEquals(0, Rules.score("special-characters", "", "一士上シツン〇π"));
        assertTrue(Rules.score("special-characters", "flavour: data-juicer", "一士上") == 1);
        assertEquals(0.5, Rules.score("special-characters", "", "好1"));
        assertEquals(1, Rules.score("special-characters", "", "😀❤️。！"));
        assertEquals(7 / 28.0, Rules.score("special-characters", "", "Do you need a cup of coffee?"));
    }

    @Test
    void digitsLinksBlanksAndBracketsAreSharesOfTheirOwn() throws Exception {
        String text = "见http://a.com/x，１２ (a)\n";
        Map<String, Double> shares = Rules.columns("digits-and-links", "", text);

        assertEquals(2.0 / 23, shares.get("digits"), 1e-12);
        assertEquals(14.0 / 23, shares.get("links"), 1e-12);
        assertEquals(2.0 / 23, shares.get("blanks"), 1e-12);
        assertEquals(2.0 / 23, shares.get("brackets"), 1e-12);
        Broken broken = Rules.broken("digits-and-links", "max-digits: 0.15, max-links: 0.2", text);
        assertEquals("links at most 0.2", broken == null ? "" : broken.bound());
    }

    @Test
    void linksEndWhereChineseOrTheSentenceGoesOn() throws Exception {
        assertEquals(20, Links.characters("详见http://a.cn/路径 和 www.b.cn。以及"));
        assertEquals(19, Links.characters("(https://example.org), a://, ://x and awww.no"));
        assertEquals(0, Links.characters("Note:this is text, key:value, a/b"));
    }

    @Test
    void repeatedRunsOfCharactersAreFoundInEveryScript() throws Exception {
        assertEquals(0, Rules.score("character-repetition", "", "今天天气很好"));
        assertTrue(Rules.score("character-repetition", "", "重要的事情说三遍！".repeat(10)) > 0.3);
        assertTrue(Rules.score("character-repetition", "n: 2", "𠮷𠮷𠮷𠮷") == 1);
    }

    @Test
    void chineseWithoutSpacesRepeatsWords() throws Exception {
        String spam = "我们公司产品质量非常好，欢迎大家前来选购。".repeat(5);

        assertTrue(Rules.score("word-repetition", "", spam) > 0.9);
        assertEquals(0, Rules.score("word-repetition", "flavour: data-juicer", spam));
        assertEquals(0, Rules.score("word-repetition", "", "今天天气很好"));
        assertEquals(1, Rules.score("word-repetition", "n: 2", "a b A B a b"));
    }

    @Test
    void stopWordsAreThoseOfTheTextsLanguages() throws Exception {
        assertTrue(Rules.score("stop-words", "", "It is the one that he has in the house.") > 0.6);
        assertTrue(Rules.score("stop-words", "", "这是我们在这里的时候说的话。") > 0.5);
        assertTrue(Rules.score("stop-words", "", "Das ist der Mann, den ich nicht gesehen habe.") > 0.5);
        assertTrue(Rules.score("stop-words", "", "これは私の本です") > 0.5);
        assertTrue(Rules.score("stop-words", "", "Это был он, и я его не видел") > 0.5);
        assertEquals(0, Rules.score("stop-words", "", "Cheap shoes bags watches 手机 电脑"));
        assertEquals(0, Rules.score("stop-words", "languages: [zh]", "the of and"));
        assertEquals(0, Rules.score("stop-words", "", ""));
    }
}
