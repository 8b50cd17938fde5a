package lathe.text.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lathe.recipe.TokenizerSettings.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SplitterTest {
    private static final String CHARACTERS =
            "aZ'stdmrevlSTRELſ 019\u0661 \t\n\r\u00a0\u3000.,!你好½Ⅷé\u0301🪵𠮷\ud81a\udd60";

    @ParameterizedTest
    @EnumSource
    void theHandWrittenPatternIsThePattern(Pattern pattern) {
        Splitter byHand = Splitter.of(pattern);
        Splitter byRegex = new RegexSplitter(Splitter.regex(pattern));
        Random random = new Random(11);
        int[] known = CHARACTERS.codePoints().toArray();
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                text.appendCodePoint(known[random.nextInt(known.length)]);
            }
            assertEquals(pieces(byRegex, text.toString()), pieces(byHand, text.toString()));
        }
    }

    @Test
    void aPartIsCutAsIfItWereTheWhole() {
        char[] text = "see  you".toCharArray();
        List<String> pieces = new ArrayList<>();

        Splitter.of(Pattern.GPT2).split(text, 0, 5, (start, end) -> pieces.add(new String(text, start, end - start)));

        assertEquals(List.of("see", "  "), pieces);
    }

    private static List<String> pieces(Splitter pattern, String text) {
        List<String> pieces = new ArrayList<>();
        pattern.split(text, (start, end) -> pieces.add(text.substring(start, end)));
        assertEquals(text, String.join("", pieces));
        return pieces;
    }
}
