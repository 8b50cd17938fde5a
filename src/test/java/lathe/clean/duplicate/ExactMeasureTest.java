package lathe.clean.duplicate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import lathe.recipe.DuplicateRules;
import lathe.recipe.Survivor;
import org.junit.jupiter.api.Test;

class ExactMeasureTest {
    private static final ExactMeasure STRICT = measure(false, false, false);
    private static final ExactMeasure LOOSE = measure(true, true, false);
    private static final ExactMeasure LETTERS = measure(true, true, true);

    @Test
    void strictlyOnlyTheSameCharactersAreACopy() {
        assertSame(STRICT, "A b", "A b");
        assertDifferent(STRICT, "A b", "a b");
        assertDifferent(STRICT, "a b", "a  b");
        assertSame(STRICT, "", "");
        assertDifferent(STRICT, "", " ");
    }

    @Test
    void caseAndRunsOfBlanksAreLookedOver() {
        assertSame(LOOSE, " A\u3000\n b ", "a b");
        assertDifferent(LOOSE, "ab", "a b");
        assertSame(LOOSE, " \n", "");
        assertSame(LOOSE, "今天\u3000天气", "今天 天气");
        assertDifferent(LOOSE, "今天天气", "今天 天气");
    }

    @Test
    void digitsAndPunctuationOfAllScriptsAreLookedOver() {
        assertSame(LETTERS, "他说：“你好，世界！”（测试）１２３", "他说你好世界测试");
        assertSame(LETTERS, "Page 12 - the end.", "page the end");
        assertDifferent(LETTERS, "一二三", "一二四");
        assertDifferent(LETTERS, "yes 😀", "yes 😢");
    }

    @Test
    void textsOfNothingButDigitsStayApart() {
        assertDifferent(LETTERS, "2023", "2024");
        assertDifferent(LETTERS, "？", "！");
        assertSame(LETTERS, " 2023", "2023 ");
    }

    @Test
    void halvesOfCharactersAreNoReasonToStop() {
        assertDifferent(LETTERS, "\uD83D", "\uDE00");
    }

    private static ExactMeasure measure(boolean ignoreCase, boolean ignoreWhitespace, boolean ignorePunctuation) {
        return new ExactMeasure(new DuplicateRules.ExactDuplicates(
                ignoreCase, ignoreWhitespace, ignorePunctuation, Survivor.FIRST, List.of()));
    }

    private static void assertSame(ExactMeasure rule, String left, String right) {
        assertArrayEquals(Rules.measured(rule, left), Rules.measured(rule, right));
    }

    private static void assertDifferent(ExactMeasure rule, String left, String right) {
        assertFalse(Arrays.equals(Rules.measured(rule, left), Rules.measured(rule, right)));
    }
}
