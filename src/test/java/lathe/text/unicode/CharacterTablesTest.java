package lathe.text.unicode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code point is what Hugging Face's tokenizers take it for; see src/peers/golden_unicode.py. */
class CharacterTablesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/tokenizers/unicode");
    private static final int BLOCK = 256;

    @Test
    void classesAreThoseOfTheReference() throws IOException {
        Map<String, IntPredicate> classes = new TreeMap<>();
        classes.put("onig_letter", c -> CharacterClass.is(c, CharacterClass.LETTER));
        classes.put("onig_number", c -> CharacterClass.is(c, CharacterClass.NUMBER));
        classes.put("onig_mark", c -> CharacterClass.is(c, CharacterClass.MARK));
        classes.put("onig_punctuation", c -> CharacterClass.is(c, CharacterClass.PUNCTUATION));
        classes.put("onig_symbol", c -> CharacterClass.is(c, CharacterClass.SYMBOL));
        classes.put("onig_digit", c -> CharacterClass.is(c, CharacterClass.DIGIT));
        classes.put("onig_blank", c -> CharacterClass.is(c, CharacterClass.BLANK));
        classes.put("std_blank", c -> CharacterClass.is(c, CharacterClass.BLANK));
        classes.put("regex_word", c -> CharacterClass.is(c, CharacterClass.WORD));
        classes.put("std_numeric", c -> OlderClass.is(c, OlderClass.NUMERIC));
        classes.put("categories_punctuation", c -> OlderClass.is(c, OlderClass.PUNCTUATION));
        // BertNormalizer keeps three controls as blanks, and drops the replacement character beside the others.
        classes.put("categories_other", c -> c == 0xFFFD || (OlderClass.is(c, OlderClass.OTHER) && !isKept(c)));
        classes.put("categories_nonspacing", c -> OlderClass.is(c, OlderClass.NONSPACING));
        classes.put("combining", c -> OlderClass.is(c, OlderClass.COMBINING));
        Map<String, BitSet> golden = golden();
        classes.forEach((name, test) -> assertEquals(golden.get(name), found(test), name));
    }

    private static boolean isKept(int c) {
        return c == '\t' || c == '\n' || c == '\r';
    }

    private static BitSet found(IntPredicate test) {
        BitSet found = new BitSet();
        points(0, Character.MAX_CODE_POINT + 1).filter(test).forEach(found::set);
        return found;
    }

    private static IntStream points(int from, int to) {
        return IntStream.range(from, to).filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
    }

    private static Map<String, BitSet> golden() throws IOException {
        Map<String, BitSet> classes = new TreeMap<>();
        for (String line : Files.readAllLines(GOLDEN.resolve("classes.txt"))) {
            String[] parts = line.split(" ", -1);
            BitSet points = new BitSet();
            int at = 0;
            for (int i = 1; i < parts.length; i += 2) {
                int from = at + Integer.parseInt(parts[i]);
                at = from + Integer.parseInt(parts[i + 1]);
                points.set(from, at);
            }
            classes.put(parts[0], points);
        }
        return classes;
    }

    @ParameterizedTest
    @EnumSource
    void normalFormsAreThoseOfTheReference(NormalForm form) throws IOException {
        assertEquals(blocks(form.name()), blocks(c -> form.of(Character.toString(c))));
    }

    @Test
    void lowerCaseIsThatOfTheReference() throws IOException {
        assertEquals(
                blocks("lowercase"),
                blocks(c -> Character.toString(LowerCase.of(c))
                        + (c == LowerCase.DOTTED_I ? Character.toString(LowerCase.DOT_ABOVE) : "")));
    }

    private static Map<Integer, String> blocks(String name) throws IOException {
        Map<Integer, String> blocks = new TreeMap<>();
        for (String line : Files.readAllLines(GOLDEN.resolve(name.toLowerCase(java.util.Locale.ROOT) + ".txt"))) {
            String[] parts = line.split(" ", -1);
            blocks.put(Integer.parseInt(parts[0]), parts[1]);
        }
        return blocks;
    }

    /** The checksum of each block in which a result is not the character itself. */
    private static Map<Integer, String> blocks(IntFunction<String> function) {
        Map<Integer, String> blocks = new TreeMap<>();
        for (int first = 0; first <= Character.MAX_CODE_POINT; first += BLOCK) {
            List<String> same =
                    points(first, first + BLOCK).mapToObj(Character::toString).toList();
            List<String> results =
                    points(first, first + BLOCK).mapToObj(function).toList();
            if (!results.equals(same)) {
                CRC32 sum = new CRC32();
                sum.update(String.join("\n", results).getBytes(StandardCharsets.UTF_8));
                blocks.put(first / BLOCK, String.format("%08x", sum.getValue()));
            }
        }
        return blocks;
    }
}
