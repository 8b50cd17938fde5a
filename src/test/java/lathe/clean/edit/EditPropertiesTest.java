package lathe.clean.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Changes.Change;
import lathe.clean.rule.Edit;
import lathe.recipe.ChineseConversion;
import lathe.recipe.EditRules;
import lathe.recipe.Flavour;
import lathe.recipe.NormalForm;
import lathe.recipe.PunctuationForm;
import lathe.recipe.Rule;
import org.junit.jupiter.api.Test;

/** What holds for every edit, on random texts of a mixed alphabet and on texts made to be slow. */
class EditPropertiesTest {
    private static final String[] ALPHABET = {
        "a",
        "b",
        "Z",
        "the ",
        "1",
        "3.14",
        " ",
        "  ",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        ".",
        ",",
        "!",
        "?",
        ":",
        ";",
        "(",
        ")",
        "（",
        "）",
        "，",
        "。",
        "！",
        "“",
        "”",
        "‘",
        "’",
        "…",
        "—",
        "中",
        "文",
        "后面",
        "软件",
        "軟體",
        "裡",
        "か",
        "ー",
        "한",
        "ไทย",
        "é",
        "e\u0301",
        "Ã©",
        "â€™",
        "ä½",
        "Â",
        "\u00A0",
        "\u200B",
        "\u200D",
        "\uFEFF",
        "\u0007",
        "\u0093",
        "\uD83D",
        "\uDE00",
        "😀",
        "𠮷",
        "ﬁ",
        "Ａ",
        "１",
        "<p>",
        "</p>",
        "<br>",
        "<b",
        ">",
        "<",
        "&amp;",
        "&",
        "<script>",
        "</script>",
        "\"",
        "http://",
        "www.a.b",
        "x@y.zz",
        "/",
        "#",
        "//",
        "/*",
        "*/",
        "Copyright 2020",
        "\\",
        "\\section{",
        "}",
        "{",
        "%",
        "\\newcommand{\\a}{b}",
        "\\a",
        "\\def\\b#1{#1#1}",
        "\\b",
        "\\begin{verbatim}",
        "|",
        "| ",
        "\\appendix"
    };

    private static String random(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            text.append(ALPHABET[random.nextInt(ALPHABET.length)]);
        }
        return text.toString();
    }

    @Test
    void spansAreInOrderSmallAndTrue() throws Exception {
        Random random = new Random(4);
        for (Rule.Edit rule : Rules.all()) {
            Edit edit = Rules.edit(rule);
            for (int i = 0; i < 150; i++) {
                String text = random(random, 30);
                Changes changes = new Changes();
                edit.edit(text, changes);
                int end = 0;
                for (Change change : changes.all()) {
                    assertFalse(change.from() < end || change.to() > text.length(), rule.label());
                    String was = text.substring(change.from(), change.to());
                    assertFalse(was.equals(change.with()), () -> rule + " changes nothing: " + was);
                    end = change.to();
                }
            }
        }
    }

    @Test
    void stepsOneAfterAnotherAreTheirComposition() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            String text = random(random, 12);
            List<Edit> steps = new ArrayList<>();
            String expected = text;
            for (int step = 0; step < 3; step++) {
                long seed = random.nextLong();
                Edit any = (given, changes) -> scribble(new Random(seed), given, changes);
                steps.add(any);
                Changes own = new Changes();
                any.edit(expected, own);
                expected = own.applyTo(expected);
            }
            Changes all = new Changes();
            new Chain(steps, 1).edit(text, all);
            assertEquals(expected, all.applyTo(text));
        }
    }

    private static void scribble(Random random, String text, Changes changes) {
        int at = 0;
        while (true) {
            int from = at + random.nextInt(6);
            int to = from + random.nextInt(3);
            if (to > text.length()) {
                return;
            }
            changes.replace(from, to, "xyz".substring(random.nextInt(4)));
            at = to;
        }
    }

    @Test
    void twiceIsOnce() throws Exception {
        List<Rule.Edit> rules = List.of(
                Rules.FIX,
                new EditRules.FixUnicode(true, NormalForm.NFKC, true, true),
                Rules.SPACE,
                new EditRules.Whitespace(true, false, false, 1),
                Rules.punctuation(PunctuationForm.AUTO, Flavour.LATHE),
                Rules.punctuation(PunctuationForm.ASCII, Flavour.LATHE),
                Rules.punctuation(PunctuationForm.CHINESE, Flavour.LATHE),
                Rules.lines("a+b"),
                Rules.sentences(Flavour.LATHE),
                new EditRules.RepeatedSentences(false, false, 1, Flavour.LATHE),
                new EditRules.RepeatedParagraphs(true, true, 2));
        Random random = new Random(6);
        for (Rule.Edit rule : rules) {
            for (int i = 0; i < 500; i++) {
                String text = random(random, 24);
                String once = Rules.run(rule, text);
                assertEquals(once, Rules.run(rule, once), () -> rule + " of " + text);
            }
        }
    }

    @Test
    void longHostileTextsEnd() throws Exception {
        for (Rule.Edit rule : Rules.all()) {
            Edit edit = Rules.edit(rule);
            for (String piece : hostile(rule)) {
                String text = piece.repeat(100_000 / piece.length());
                assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> edit.edit(text, new Changes()), () -> rule + " of " + piece);
            }
        }
    }

    /** Texts that would take quadratic time if a rule looked ahead without a bound. */
    private static List<String> hostile(Rule.Edit rule) {
        return switch (rule.label()) {
            case "fix-unicode" -> List.of("\u0316\u0301", "Ã", "ä½", "â€");
            case "punctuation" -> List.of("(", "”", "—", "，a");
            case "html" -> List.of("<", "<script", "<a \"", "<!--", "&", "<b a='");
            case "links" -> List.of("a-", "a.", "a@", "://", "www.a((", "http:", "x");
            case "copyright" -> List.of("/*", "# c\n", "//\n");
            case "latex" ->
                List.of(
                        "%",
                        "\\",
                        "\\newcommand",
                        "\\newcommand{",
                        "\\newcommand{\\a}{\\a\\a}\\a ",
                        "\\section[",
                        "\\begin{verbatim}",
                        "{");
            case "tables" -> List.of("| a |\n", "a b\n", "|");
            default -> List.of("(", "。", ".", "a\n", " ", "中");
        };
    }

    @Test
    void macrosOfMacrosDoNotExplode() throws Exception {
        StringBuilder text = new StringBuilder();
        for (char c = 'a'; c < 'z'; c++) {
            text.append("\\newcommand{\\x" + c + "}{\\x" + (char) (c + 1) + "\\x" + (char) (c + 1) + "}\n");
        }
        text.append("\\newcommand{\\xz}{boom}\n\\section{s} \\xa \\xz ");
        for (Flavour flavour : List.of(Flavour.LATHE, Flavour.DATA_JUICER)) {
            String out = Rules.run(Rules.latex(flavour, "macros"), text.toString());
            assertFalse(out.length() > 2_000_000, () -> flavour + " " + out.length());
        }
    }

    @Test
    void chineseTextIsNoMojibake() throws Exception {
        String text = "他说：“你好，世界！”（测试）１２３……——《书名》、·「引」【注】５０％～";
        assertEquals(List.of(), Rules.changes(Rules.FIX, text));
        Random random = new Random(8);
        for (int i = 0; i < 2000; i++) {
            StringBuilder mixed = new StringBuilder();
            for (int j = 0; j < 12; j++) {
                int at = random.nextInt(text.length());
                mixed.append(random.nextBoolean() ? text.charAt(at) : (char) (0x4E00 + random.nextInt(0x5000)));
            }
            assertEquals(List.of(), Rules.changes(Rules.FIX, mixed.toString()));
        }
    }

    @Test
    void conversionsThatHaveNothingToDoProposeNothing() throws Exception {
        for (ChineseConversion mode : ChineseConversion.values()) {
            assertEquals(List.of(), Rules.changes(new EditRules.Chinese(mode), "Plain English, 123. 一二三。"));
        }
    }
}
