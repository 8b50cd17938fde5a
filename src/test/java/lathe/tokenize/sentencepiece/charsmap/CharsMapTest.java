package lathe.tokenize.sentencepiece.charsmap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lathe.tokenize.sentencepiece.SpGolden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden digests are of SentencePiece's rules, and of what it makes of every code point and of many sequences. */
class CharsMapTest {
    private static CharsMap map(String name) {
        return name.equals("nfkc") ? CharsMap.nfkc() : CharsMap.nmtNfkc();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nfkc", "nmt_nfkc"})
    void rulesAreTheReferences(String name) throws Exception {
        JsonNode golden = SpGolden.values("charsmap").path(name);
        TreeMap<String, String> sorted = new TreeMap<>(CharsMapTest::compareCodePoints);
        sorted.putAll(map(name).rules());

        assertEquals(golden.path("rules").asInt(), sorted.size());
        assertEquals(golden.path("rules_sha256").asText(), digest(sorted.entrySet().stream()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nfkc", "nmt_nfkc"})
    void textBecomesWhatTheReferenceMakesOfIt(String name) throws Exception {
        JsonNode golden = SpGolden.values("charsmap").path(name);
        CharsMap map = map(name);
        Stream<String> points = IntStream.range(1, 0x110000)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .mapToObj(Character::toString);

        assertEquals(
                golden.path("points_sha256").asText(), digest(points.map(text -> Map.entry(text, made(map, text)))));
        assertEquals(
                golden.path("sequences_sha256").asText(),
                digest(sequences().map(text -> Map.entry(text, made(map, text)))));
    }

    @Test
    void theCompiledFormHoldsTheSameRules() {
        for (CharsMap map : new CharsMap[] {CharsMap.nfc(), CharsMap.nmtNfkc()}) {
            Map<String, String> read = new TreeMap<>();
            ByteBuffer bytes = ByteBuffer.wrap(map.compiled()).order(ByteOrder.LITTLE_ENDIAN);
            int[] units = new int[bytes.getInt() / Integer.BYTES];
            bytes.asIntBuffer().get(units);
            bytes.position(Integer.BYTES * (units.length + 1));

            walk(units, bytes, 0, new byte[0], read);

            assertEquals(map.rules(), read);
            assertEquals(0, units.length % 256);
        }
    }

    /** All keys of a double array, as Darts-clone reads it. */
    private static void walk(int[] units, ByteBuffer results, int at, byte[] key, Map<String, String> read) {
        int base = at ^ (units[at] >>> 10 << ((units[at] & 0x200) >> 6));
        if ((units[at] >> 8 & 1) == 1) {
            int from = results.position() + (units[base] & 0x7FFFFFFF);
            int end = from;
            while (results.get(end) != 0) {
                end++;
            }
            byte[] result = new byte[end - from];
            results.get(from, result);
            read.put(new String(key, StandardCharsets.UTF_8), new String(result, StandardCharsets.UTF_8));
        }
        for (int label = 0; label < 256; label++) {
            int child = base ^ label;
            if (child < units.length && (units[child] & 0x800000FF) == label && child != 0) {
                byte[] longer = Arrays.copyOf(key, key.length + 1);
                longer[key.length] = (byte) label;
                walk(units, results, child, longer, read);
            }
        }
    }

    private static String made(CharsMap map, String text) {
        StringBuilder out = new StringBuilder();
        map.rewrite(text, out);
        return out.toString();
    }

    private static Stream<String> sequences() {
        int[] letters = "aeinouyAEIOUÑçøαωАиカかﾊ가각한ㄱ①ﬁ ".codePoints().toArray();
        int[] marks = ("\u0300\u0301\u0302\u0303\u0308\u030a\u0323\u0327\u0328\u0345\u0653\u093c\u3099\u309a\uff9e"
                        + "\u1161\u11a8\u200d\ufe0f\u00b4")
                .codePoints()
                .toArray();
        Stream.Builder<String> all = Stream.builder();
        for (int a : letters) {
            for (int b : marks) {
                all.add(text(a, b));
                for (int c : marks) {
                    all.add(text(a, b, c));
                }
            }
        }
        for (int lead = 0x1100; lead < 0x1113; lead++) {
            for (int vowel = 0x1161; vowel < 0x1176; vowel++) {
                all.add(text(lead, vowel));
                all.add(text(lead, vowel, 0x11A8 + lead * vowel % 27));
            }
        }
        for (int control = 0; control < 0x20; control++) {
            all.add("x" + Character.toString(Math.max(1, control)) + " y");
        }
        return all.build();
    }

    private static String text(int... codePoints) {
        return new String(codePoints, 0, codePoints.length);
    }

    private static String digest(Stream<Map.Entry<String, String>> pairs) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        pairs.forEach(
                pair -> sha.update((pair.getKey() + "\t" + pair.getValue() + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(sha.digest());
    }

    private static int compareCodePoints(String a, String b) {
        return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }
}
