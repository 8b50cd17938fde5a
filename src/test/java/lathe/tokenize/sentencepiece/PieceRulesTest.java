package lathe.tokenize.sentencepiece;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import lathe.run.Randoms;
import org.junit.jupiter.api.Test;

class PieceRulesTest {
    private static boolean allow(PieceRules rules, String text) {
        int[] codePoints = text.codePoints().toArray();
        return rules.allow(codePoints, 0, codePoints.length);
    }

    @Test
    void scriptsDoNotMix() {
        PieceRules rules = PieceRules.standard();

        assertTrue(allow(rules, "▁hello"));
        assertTrue(allow(rules, "漢字とかな"));
        assertTrue(allow(rules, "e\u0301t"), "a mark is of its letter's script");
        assertFalse(allow(rules, "a漢"));
        assertFalse(allow(rules, "a1"), "digits are common to all scripts, letters are not");
        assertTrue(allow(rules, "3,000"));
        assertFalse(allow(rules, "hello▁"));
        assertFalse(allow(rules, "seventeen letters"), "a space is never itself");
        assertFalse(allow(rules, "abcdefghijklmnopq"), "longer than sixteen");
    }

    @Test
    void optionsLoosenTheRules() {
        assertTrue(allow(new PieceRules(16, true, false, true, false, false), "F16"));
        assertTrue(allow(new PieceRules(16, false, true, true, false, false), "a漢1"));
        assertTrue(allow(new PieceRules(16, true, true, false, false, false), "▁in▁the"));
        assertFalse(allow(new PieceRules(16, true, true, false, false, false), "▁in▁"));
        assertTrue(allow(new PieceRules(16, true, true, true, false, true), "▁▁▁▁"));
        assertFalse(allow(new PieceRules(16, true, true, true, false, true), "▁▁a"));
        assertFalse(allow(new PieceRules(16, true, true, true, true, false), "12"));
    }

    /** What is cut before counting must be cut in every piece. */
    @Test
    void noPieceReachesAcrossACut() {
        int[] alphabet =
                "ab漢かー1９▁\u0301é!、Я\u0589\u0000\u001f\u2585😀".codePoints().toArray();
        Random random = Randoms.stream(7, "test");
        for (int bits = 0; bits < 32; bits++) {
            PieceRules rules =
                    new PieceRules(16, (bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0, (bits & 8) > 0, (bits & 16) > 0);
            Joins joins = new Joins(rules);
            for (int i = 0; i < 3000; i++) {
                int[] text = random.ints(2 + random.nextInt(4), 0, alphabet.length)
                        .map(c -> alphabet[c])
                        .toArray();
                boolean cut = false;
                for (int at = 1; at < text.length; at++) {
                    cut |= joins.never(joins.kind(text[at - 1]), joins.kind(text[at]));
                }
                if (cut) {
                    assertFalse(rules.allow(text, 0, text.length), new String(text, 0, text.length));
                }
            }
        }
    }

    @Test
    void scriptsAreThoseOfUnicode9() {
        assertEquals(SpScripts.of('!'), SpScripts.of(0x1C90), "younger letters are common");
        assertEquals(SpScripts.of('!'), SpScripts.of(0x589));
        assertEquals(SpScripts.of(0x905), SpScripts.of(0x953));
        assertEquals(SpScripts.of(0x4E00), SpScripts.of(0x30FC));
    }
}
