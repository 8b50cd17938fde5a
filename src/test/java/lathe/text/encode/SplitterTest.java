package lathe.text.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lathe.recipe.TokenizerSettings.Pattern;
import org.junit.jupiter.api.Test;

class SplitterTest {
    @Test
    void theHandWrittenPatternIsThePattern() {
        Splitter byHand = Splitter.of(Pattern.GPT2);
        Splitter byRegex = new RegexSplitter(Splitter.regex(Pattern.GPT2));
        Random random = new Random(11);
        String letters = "aZ'stdmrevl 019 \t\n\r\u00a0\u3000.,!你好½Ⅷé\u0301🪵𠮷";
        int[] known = letters.codePoints().toArray();
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                text.appendCodePoint(known[random.nextInt(known.length)]);
            }
            assertEquals(pieces(byRegex, text.toString()), pieces(byHand, text.toString()));
        }
    }

    private static List<String> pieces(Splitter pattern, String text) {
        List<String> pieces = new ArrayList<>();
        pattern.split(text, (start, end) -> pieces.add(text.substring(start, end)));
        assertEquals(text, String.join("", pieces));
        return pieces;
    }
}
