package lathe.tokenize.sentencepiece.charsmap;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * SentencePiece's {@code precompiled_charsmap}: the length of a double array in bytes, the array over the rules' UTF-8,
 * and their results, each ended by a zero byte; a rule's value is where its result begins.
 */
final class CompiledCharsMap {
    private CompiledCharsMap() {}

    static byte[] of(Map<String, String> rules) {
        Map<String, Integer> places = new TreeMap<>();
        rules.values().forEach(result -> places.put(result, 0));
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        for (Map.Entry<String, Integer> result : places.entrySet()) {
            result.setValue(results.size());
            results.writeBytes(result.getKey().getBytes(StandardCharsets.UTF_8));
            results.write(0);
        }
        DoubleArrayBuilder trie = new DoubleArrayBuilder();
        rules.forEach((from, to) -> trie.add(from.getBytes(StandardCharsets.UTF_8), places.getOrDefault(to, 0)));
        int[] units = trie.build();
        ByteBuffer all = ByteBuffer.allocate(Integer.BYTES * (1 + units.length) + results.size())
                .order(ByteOrder.LITTLE_ENDIAN);
        all.putInt(Integer.BYTES * units.length);
        for (int unit : units) {
            all.putInt(unit);
        }
        return all.put(results.toByteArray()).array();
    }
}
