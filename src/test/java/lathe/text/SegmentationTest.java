package lathe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentationTest {

    @Test
    void wordsOfScriptsWithSpacesAreRunsOfLettersAndDigits() {
        assertEquals(
                List.of("I", "don't", "pay", "3.14", "or", "1,000", "e", "g"),
                words("I don't pay 3.14, or 1,000 (e.g.)!"));
        assertEquals(List.of("naïve", "café", "l’été", "ёлка"), words("naïve—café: l’été, ёлка…"));
        assertEquals(List.of("state", "of", "the", "art"), words("state-of-the-art"));
        assertEquals(List.of(), words("❤️ … !!! 👩‍👩‍👧"));
    }

    @Test
    void wordsOfScriptsWithoutSpacesAreTheDictionarys() {
        assertEquals(List.of("今天", "天气", "很好", "我们", "去", "公园", "散步"), words("今天天气很好，我们去公园散步。"));
        assertEquals(List.of("機器", "學習", "需要", "資料"), words("機器學習需要資料"));
        assertEquals(List.of("วัน", "นี้", "อากาศ", "ดี", "มาก"), words("วันนี้อากาศดีมาก"));
        assertEquals(List.of("これ", "は", "日本語", "です"), words("これは日本語です。"));
        assertEquals(List.of("𠮷", "野家"), words("𠮷野家"));
    }

    @Test
    void mixedTextsAreCutByEachScript() {
        assertEquals(List.of("用", "Python3.11", "写", "代码"), words("用Python3.11写代码"));
        assertEquals(List.of("使用", "GPU", "训练", "模型", "v2"), words("使用GPU训练模型v2"));
    }

    @Test
    void theFastDictionaryGivesWhatIcuGives() {
        Random random = new Random(5);
        String known = "我们今天研究生命起源的问题中华人民共和国发展中国家一个人上学习惯";
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            int length = 2 + random.nextInt(30);
            for (int j = 0; j < length; j++) {
                boolean rare = random.nextInt(5) == 0;
                text.append(
                        rare ? (char) (0x4E00 + random.nextInt(0x5000)) : known.charAt(random.nextInt(known.length())));
            }
            Spans expected = new Spans(8);
            WordBreaker.cutByIcu(text.toString(), 0, length, expected);
            assertEquals(strings(text.toString(), expected), words(text.toString()));
        }
    }

    @Test
    void sentencesEndAtMarksOfAnyScriptButNotInNumbersAndAbbreviations() {
        assertEquals(
                List.of("Pi is 3.14.", "See fig. 3.14, e.g. the one by Dr. Li!", "“Really?”", "Yes."),
                sentences("Pi is 3.14. See fig. 3.14, e.g. the one by Dr. Li! “Really?” Yes."));
        assertEquals(List.of("今天很好。", "“走吧！”", "好……", "圆周率是3.14吗？", "是"), sentences("今天很好。“走吧！”好……圆周率是3.14吗？是"));
        assertEquals(List.of("1. First point.", "2. Second point."), sentences("1. First point.\n2. Second point."));
        assertEquals(
                List.of("\"Why?\" he asked.", "J. R. Smith left."), sentences("\"Why?\" he asked. J. R. Smith left."));
        assertEquals(List.of("これは文です。", "次の文です。"), sentences("これは文です。次の文です。"));
        assertEquals(List.of("यह वाक्य है।", "यह दूसरा है।"), sentences("यह वाक्य है। यह दूसरा है।"));
        assertEquals(List.of(), sentences(" \n\n"));
    }

    @Test
    void linesAreThoseOfPython() {
        String text = "a\nb\r\nc\rd\u000Be\u001Cf\u0085g\u2028\u2029";
        assertEquals(List.of("a", "b", "c", "d", "e", "f", "g", ""), strings(text, Segmentation.lines(text)));
        assertEquals(List.of(), strings("", Segmentation.lines("")));
        assertEquals(List.of("", "x"), strings("\nx\n", Segmentation.lines("\nx\n")));
    }

    @Test
    void paragraphsAreSetApartByBlankLines() {
        String text = "\n first\nline \n \t\n\nsecond\r\n\r\nthird";
        assertEquals(List.of("first\nline", "second", "third"), strings(text, Segmentation.paragraphs(text)));
    }

    @Test
    void wordsLieInTheirOrderAndHoldAllLettersAndDigits() {
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            String text = random.ints(60, 0x20, 0xFFFF)
                    .filter(c -> !Character.isSurrogate((char) c))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            boolean[] covered = new boolean[text.length()];
            Spans words = Segmentation.words(text);
            int end = 0;
            for (int j = 0; j < words.size(); j++) {
                assertEquals(true, words.from(j) >= end && words.to(j) > words.from(j), text);
                end = words.to(j);
                Arrays.fill(covered, words.from(j), end, true);
            }
            for (int at = 0; at < text.length(); at++) {
                boolean part = Characters.is(text.charAt(at), Characters.LETTER | Characters.NUMBER);
                assertEquals(true, covered[at] || !part, text + " at " + at);
            }
        }
    }

    private static List<String> words(String text) {
        return strings(text, Segmentation.words(text));
    }

    private static List<String> sentences(String text) {
        return strings(text, Segmentation.sentences(text));
    }

    private static List<String> strings(String text, Spans spans) {
        return new ArrayList<>(IntStream.range(0, spans.size())
                .mapToObj(i -> spans.of(text, i))
                .toList());
    }
}
