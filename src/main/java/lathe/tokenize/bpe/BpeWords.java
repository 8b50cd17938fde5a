package lathe.tokenize.bpe;

import java.nio.charset.StandardCharsets;
import lathe.tokenize.train.PieceCounts;

/** The corpus as BPE sees it: each different piece once, as token ids, with its count. */
final class BpeWords {
    final int[] symbols;
    final int[] start;
    final int[] length;
    final long[] count;

    private BpeWords(int words, int symbolCount) {
        symbols = new int[symbolCount];
        start = new int[words];
        length = new int[words];
        count = new long[words];
    }

    /** Writes pieces as bytes; {@code idOfByte} gives each byte's first token. */
    static BpeWords of(PieceCounts counts, int[] idOfByte) {
        byte[][] bytes = new byte[counts.size()][];
        long[] times = new long[counts.size()];
        int[] filled = new int[2];
        counts.forEach((text, from, n, c) -> {
            bytes[filled[0]] = new String(text, from, n).getBytes(StandardCharsets.UTF_8);
            filled[1] = Math.addExact(filled[1], bytes[filled[0]].length);
            times[filled[0]++] = c;
        });
        BpeWords words = new BpeWords(bytes.length, filled[1]);
        int at = 0;
        for (int w = 0; w < bytes.length; w++) {
            words.start[w] = at;
            words.length[w] = bytes[w].length;
            words.count[w] = times[w];
            for (byte value : bytes[w]) {
                words.symbols[at++] = idOfByte[value & 0xff];
            }
        }
        return words;
    }

    int size() {
        return start.length;
    }
}
