package lathe.clean.duplicate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitsTest {

    @Test
    void wordsOfSpacedScriptsAndLettersOfOthersAreUnits() {
        assertEquals(List.of("The", "old", "lathe2", "s"), cut("The old lathe2's…"));
        assertEquals(List.of("车", "床", "转", "得", "慢"), cut("车床，转得慢。"));
        assertEquals(List.of("用", "GPU", "训", "练", "7B", "模", "型"), cut("用GPU训练7B模型"));
        assertEquals(List.of("𠮷", "野", "家", "𝒜𝓑"), cut("𠮷野家 𝒜𝓑"));
        assertEquals(List.of("naïve", "Straße"), cut("naïve—Straße"));
        assertEquals(List.of(), cut("…!? 😀 \n"));
    }

    @Test
    void caseWidthBlanksAndPunctuationDoNotCount() {
        assertArrayEquals(hashes("the LATHE, turns"), hashes("The lathe\n turns!"));
        assertArrayEquals(hashes("ＡＢＣ１２３"), hashes("abc123"));
        assertArrayEquals(hashes("今天，天气很好。"), hashes("今天天气很好"));
        assertFalse(Arrays.equals(hashes("ab c"), hashes("a bc")));
    }

    @Test
    void marksOfUnspacedScriptsCount() {
        assertEquals(1, hashes("ก่").length);
        assertNotEquals(hashes("ก่")[0], hashes("ก้")[0]);
        assertNotEquals(hashes("ก่")[0], hashes("ก")[0]);
    }

    @Test
    void halvesOfCharactersDoNotStopIt() {
        assertEquals(List.of("a", "b"), cut("a\uD83Db"));
        assertEquals(List.of("a"), cut("a\uDE00"));
    }

    @Test
    void shinglesRollOverUnitsWhereverTheyStand() {
        Shingles three = new Shingles(3);
        long[] all = three.of(Units.of("a b c d e"));

        assertEquals(3, all.length);
        assertEquals(three.of(Units.of("c d e"))[0], all[2]);
        assertEquals(0, three.of(Units.of("a b")).length);
        assertNotEquals(all[0], new Shingles(2).of(Units.of("a b c"))[0]);
    }

    private static List<String> cut(String text) {
        Units units = Units.of(text);
        List<String> cut = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            cut.add(text.substring(units.start(i), units.end(i)));
        }
        return cut;
    }

    private static long[] hashes(String text) {
        Units units = Units.of(text);
        long[] hashes = new long[units.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = units.hash(i);
        }
        return hashes;
    }
}
