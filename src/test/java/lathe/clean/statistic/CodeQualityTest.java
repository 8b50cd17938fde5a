package lathe.clean.statistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import lathe.clean.rule.Broken;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class CodeQualityTest {

    @Test
    void commentsOfTheFamiliesAreFound() throws Exception {
        assertComments(5 + 6, "int a; // b\nchar c = '\"'; /* d\n*/\nString s = \"// no\";\n");
        assertComments(3 + 10, "def f(x):\n    \"\"\"what\"\"\"\n    return '#no'  # y\n");
        assertComments(4, "-- a\nSELECT 1\n");
        assertComments(10, "<p>\n<!-- a -->\n</p>\n");
    }

    private static void assertComments(int characters, String code) throws Exception {
        double share = Rules.columns("code-quality", "", code).get("comments");
        assertEquals(characters, Math.round(share * code.length()), code);
    }

    @Test
    void goodCodePassesAndTheFirstBrokenCriterionIsNamed() throws Exception {
        String code = "# Adds two numbers.\ndef add(left, right):\n    return left + right\n\n".repeat(4);

        assertNull(Rules.broken("code-quality", "", code));
        assertEquals(
                new Broken(4L, "lines at least 10"),
                Rules.broken("code-quality", "min-comments: 0", "a = 1\n".repeat(4)));
        Broken xml =
                Rules.broken("code-quality", "min-comments: 0", "<?xml version=\"1.0\"?>\n" + "<a>b</a>\n".repeat(12));
        assertEquals(new Broken(1L, "generated at most 0"), xml);
        String data = "x = '" + "QUJD".repeat(400) + "'\n" + code;
        assertEquals(
                new Broken(1606L, "longest-line at most 1000"),
                Rules.broken("code-quality", "max-average-line: 1000", data));
    }
}
