package lathe.clean.statistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import lathe.clean.rule.Broken;
import lathe.run.Failure;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Rules of several criteria, by Lathe's own definitions. */
@NullUnmarked
@SuppressWarnings("StringConcatToTextBlock") // what matters is where lines end
class QualityTest {
    private static final String ENGLISH =
            """
            The old lathe in the corner hums when Mara turns it on, and nobody minds the noise.
            She has owned it for twenty years, and it has never let her down in all that time.
            Her father taught her how to hold the chisel: low, steady, and behind the rest.
            Today she makes a bowl of cherry, which is a wood that takes a fine polish.
            The shavings fall in long ribbons, and the room smells of sugar and of dust.
            """;
    private static final String CHINESE =
            """
            车间角落里的那台旧车床一开机就嗡嗡作响，可是谁也不嫌它吵。
            她用了它二十年，在这么长的时间里它从来没有让人失望过。
            父亲教她怎样握刀：压低、稳住，永远放在刀架的后面。
            今天她要车一只樱桃木碗，这种木头可以打磨得非常光亮。
            木屑卷成长长的带子落下来，屋里都是糖和灰尘的味道。
            """;

    @Test
    void goodTextsPassInBothLanguages() throws Exception {
        for (String rule : new String[] {"gopher-quality", "gopher-repetition", "c4", "fineweb-quality"}) {
            assertNull(Rules.broken(rule, "", ENGLISH), rule);
            assertNull(Rules.broken(rule, "", CHINESE), rule);
        }
    }

    @Test
    void chineseHasTheBoundsOfFineweb2UnlessARecipeGivesItsOwn() throws Exception {
        assertEquals(1.0, Rules.columns("gopher-quality", "", CHINESE).get("script"));
        assertEquals(0.0, Rules.columns("gopher-quality", "", ENGLISH).get("script"));
        assertEquals(2.0, Rules.columns("gopher-quality", "", "これは日本語の文章です。").get("script"));
        assertEquals(3.0, Rules.columns("gopher-quality", "", "이것은 한국어 문장입니다").get("script"));
        Broken broken = Rules.broken("gopher-quality", "min-word-length: 2.5", CHINESE);
        assertEquals("mean-word-length at least 2.5", broken == null ? "" : broken.bound());
    }

    @Test
    void theFirstCriterionThatIsBrokenIsNamed() throws Exception {
        assertEquals(new Broken(2L, "words at least 50"), Rules.broken("gopher-quality", "", "Too short."));
        String lines = "- the list of all that we have to be with ...\n".repeat(10);
        assertBound("bullets at most 0.9", "gopher-quality", "max-ellipses: 1, max-symbols: 1", lines);
        assertBound("ellipses at most 0.3", "gopher-quality", "max-bullets: 1, max-symbols: 1", lines);
        assertBound(
                "symbols at most 0.1",
                "gopher-quality",
                "min-words: 1, min-word-length: 1",
                "#a #b the of and be to that");
        assertBound("letters at least 0.8", "gopher-quality", "min-words: 1, min-word-length: 1", "the of 123 456 789");
        assertBound("stop-words at least 2", "gopher-quality", "min-words: 1", "cheap shoes cheap bags");
    }

    @Test
    void chineseEllipsesAreOne() {
        assertEquals(2, GopherQuality.ellipses("好……是的..."));
        assertEquals(1, GopherQuality.ellipses("......"));
    }

    @Test
    void whatOccursOnceIsNoRepetitionHoweverShortTheTextIs() throws Exception {
        for (String text : new String[] {"", "One", "Two words", "三个词而已", "one two three four five six"}) {
            Rules.columns("gopher-repetition", "", text).forEach((column, share) -> {
                if (!column.equals("script")) {
                    assertEquals(0.0, share, column + " of " + text);
                }
            });
        }
    }

    @Test
    void repetitionIsCountedFromTheSecondOccurrence() throws Exception {
        Map<String, Double> shares = Rules.columns("gopher-repetition", "", "aa bb\n\ncc dd\n\naa bb\n");

        assertEquals(1.0 / 3, shares.get("lines"), 1e-12);
        assertEquals(1.0 / 3, shares.get("paragraphs"), 1e-12);
        assertEquals(1.0 / 3, shares.get("line-characters"), 1e-12);
        assertEquals(1.0 / 3, shares.get("paragraph-characters"), 1e-12);
        assertEquals(8.0 / 12, shares.get("top-2"), 1e-12);
        assertEquals(0.0, shares.get("top-3"));
    }

    @Test
    void charactersInOverlappingRunsCountOnce() throws Exception {
        Map<String, Double> shares = Rules.columns("gopher-repetition", "", "a ".repeat(20));

        assertEquals(1.0, shares.get("top-2"));
        assertEquals(19.0 / 20, shares.get("repeated-5"));
        assertEquals(19.0 / 20, shares.get("repeated-10"));
    }

    @Test
    void runsThatRepeatAreThoseThatANaiveCountFinds() throws Exception {
        Random random = new Random(3);
        for (int round = 0; round < 40; round++) {
            String[] words = new String[60];
            for (int i = 0; i < words.length; i++) {
                words[i] = String.valueOf((char) ('a' + random.nextInt(3)));
            }
            String text = String.join(" ", words);
            for (int n = 1; n <= 8; n++) {
                assertEquals(NaiveRepeats.share(words, n), Rules.score("word-repetition", "n: " + n, text), text + n);
            }
        }
    }

    @Test
    void chineseSpamIsRepetition() throws Exception {
        assertBound(
                "top-3 at most 0.201", "gopher-repetition", "", "欢迎来到我们的网站购买最新产品，" + "我们公司产品质量非常好，欢迎前来选购。".repeat(8));
        assertThrows(Failure.class, () -> Rules.filter("gopher-repetition", "max-top: [0.1, 0.1, 0.1, 0.1]"));
    }

    @Test
    void chineseSentencesCountForC4() throws Exception {
        assertEquals(5.0, Rules.columns("c4", "", CHINESE).get("sentences"));
        assertEquals(0.0, Rules.columns("c4", "flavour: c4", CHINESE).get("sentences"));
        assertEquals(
                3.0,
                Rules.columns("c4", "", "今天天气很好。“我们去公园吧！”\n你真的会来吗？\n没有句号的一行").get("sentences"));
    }

    @Test
    void linesThatDoNotCountForC4() throws Exception {
        String text =
                "This line is fine.\nPlease enable JavaScript now.\nRead our privacy policy here.\nNo end\nToo short.\n"
                        + "本站使用条款请看这里。\nThis one goes on...\n";
        assertEquals(1.0, Rules.columns("c4", "", text).get("sentences"));
        assertEquals(4.0, Rules.columns("c4", "policies: false", text).get("sentences"));
        assertBound("lorem-ipsum at most 0", "c4", "min-sentences: 0", "Lorem Ipsum");
        assertBound("curly-brackets at most 0", "c4", "min-sentences: 0", "if (x) { y }");
        assertNull(Rules.broken("c4", "min-sentences: 0, curly-bracket: false", "if (x) { y }"));
    }

    @Test
    void finewebKnowsChineseMarksAndClosingQuotes() throws Exception {
        Map<String, Double> shares = Rules.columns("fineweb-quality", "", "他说：“走吧！”\n好的。\n（完）\n菜单");
        assertEquals(0.5, shares.get("ended-lines"));
        assertEquals(1.0, shares.get("short-lines"));
        assertBound("repeated-lines at most 0.01", "fineweb-quality", "max-short-lines: 1", "Same.\nSame.\nOther.\n");
        assertBound("ended-lines at least 0.12", "fineweb-quality", "", "Home\nAbout\nContact\n");
    }

    private static void assertBound(String bound, String rule, String settings, String text) throws Exception {
        Broken broken = Rules.broken(rule, settings, text);
        assertTrue(broken != null, "nothing broken");
        assertEquals(bound, broken.bound());
    }
}
