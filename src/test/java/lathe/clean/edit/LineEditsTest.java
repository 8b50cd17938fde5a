package lathe.clean.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import lathe.recipe.EditRules;
import lathe.recipe.Flavour;
import lathe.recipe.Rule;
import lathe.run.Failure;
import org.junit.jupiter.api.Test;

/** Examples of remove-lines, tables, long-words, repeated-sentences and repeated-paragraphs. */
class LineEditsTest {

    @Test
    void linesOfSymbolsPhrasesAndPatternsGo() throws Exception {
        String text = "标题\n=====\n\n正文。\n版权所有\n我的 log in 页\nblog information\nID: 12\n***";
        assertEquals(
                "标题\n\n正文。\nblog information",
                Rules.run(Rules.lines("^ID: \\d+$", "boilerplate-zh", "boilerplate-en"), text));
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThrows(Failure.class, () -> Rules.edit(Rules.lines("(")));
        assertThrows(Failure.class, () -> Rules.edit(Rules.lines("", "boilerplate-fr")));
        assertThrows(Failure.class, () -> Rules.edit(new EditRules.Replace("a", "$1")));
    }

    @Test
    void tablesGoAndProseStays() throws Exception {
        Rule.Edit rule = Rules.tables(Flavour.LATHE);
        assertEquals("前文\n后文", Rules.run(rule, "前文\n姓名\t年龄\n小王\t3\n小李\t4\n后文"));
        assertEquals("a\n\nb", Rules.run(rule, "a\n| x | y |\n|---|---|\n| 1 | 2 |\n\nb"));
        assertEquals("b", Rules.run(rule, "ann  3  x\nbob  4  y\nb"));
        for (String prose :
                List.of("the cat\na dog\nmy cow\n", "A: hi\nB: yo\n", "one\ttwo\nthree\n", "a || b\nc || d\n")) {
            assertEquals(prose, Rules.run(rule, prose));
        }
    }

    @Test
    void longWordsGoAndChineseStays() throws Exception {
        Rule.Edit rule = new EditRules.LongWords(20, Flavour.LATHE);
        String chinese = "今天天气很好我们去公园玩".repeat(5) + "。ไทยภาษา".repeat(9);
        assertEquals(chinese, Rules.run(rule, chinese));
        assertEquals("key end 中文", Rules.run(rule, "key deadbeefdeadbeefdeadbeef end 中文" + "QUJD".repeat(9)));
        assertEquals("-".repeat(50), Rules.run(rule, "-".repeat(50)));
    }

    @Test
    void repeatedSentencesGoAndDecimalsStay() throws Exception {
        Rule.Edit rule = Rules.sentences(Flavour.LATHE);
        assertEquals("Pi is 3.14. See fig 3.14", Rules.run(rule, "Pi is 3.14. See fig 3.14"));
        assertEquals("今天很好。明天！", Rules.run(rule, "今天很好。明天！今天很好。"));
        assertEquals("Ask Dr. Li. Ask e.g. Bo.", Rules.run(rule, "Ask Dr. Li. Ask e.g. Bo. ask dr. li!"));
        assertEquals("ひらがな。カナ。", Rules.run(rule, "ひらがな。カナ。ひらがな。"));
        assertEquals("Да. Нет.", Rules.run(rule, "Да. Нет. Да."));
        assertEquals("“好的。”他说。", Rules.run(rule, "“好的。”他说。“好的！”"));
        assertEquals("A b. C d.\nE f.", Rules.run(rule, "A b. C d.\nA b. E f.\nC d."));
    }

    @Test
    void repeatedParagraphsGoWithTheBlankLinesBehindThem() throws Exception {
        Rule.Edit rule = new EditRules.RepeatedParagraphs(true, true, 2);
        assertEquals("甲乙。\n\nOther.\n\nEnd", Rules.run(rule, "甲乙。\n\nOther.\n\n甲 乙\n\nEnd"));
        assertEquals("aa\n\nbb", Rules.run(rule, "aa\n\nbb\nAA"));
        assertEquals("1\n1", Rules.run(rule, "1\n1"));
        assertEquals("aa\nAA", Rules.run(new EditRules.RepeatedParagraphs(false, true, 2), "aa\nAA\naa"));
    }
}
