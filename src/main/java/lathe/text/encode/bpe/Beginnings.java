package lathe.text.encode.bpe;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The ranks of pairs of characters: of the first 255 tokens that no merge makes, in the order in which merges name
 * them, which is that of their frequency. What is looked up most often lies together.
 */
final class Beginnings {
    /** Answers that a pair is not among these. */
    static final int ELSEWHERE = -1;

    private static final int BITS = 8;

    /** A number from 1 on for each of the characters, by id. */
    private final short[] numbers;

    private final int[] ranks = new int[1 << (2 * BITS)];

    Beginnings(int[] left, int[] right, int[] merged) {
        BitSet made = new BitSet();
        Arrays.stream(merged).forEach(made::set);
        int bound = Math.max(
                Arrays.stream(left).max().orElse(0), Arrays.stream(right).max().orElse(0));
        numbers = new short[bound + 1];
        int count = 0;
        for (int rank = 0; rank < left.length; rank++) {
            count = number(left[rank], made, count);
            count = number(right[rank], made, count);
        }
        Arrays.fill(ranks, MergeTable.NEVER);
        for (int rank = 0; rank < left.length; rank++) {
            int a = numbers[left[rank]];
            int b = numbers[right[rank]];
            if (a != 0 && b != 0) {
                // Of a pair that is listed twice the last line counts.
                ranks[(a << BITS) | b] = rank;
            }
        }
    }

    private int number(int id, BitSet made, int count) {
        if (numbers[id] != 0 || made.get(id) || count + 1 == 1 << BITS) {
            return count;
        }
        numbers[id] = (short) (count + 1);
        return count + 1;
    }

    /** How early a pair merges, {@link MergeTable#NEVER}, or {@link #ELSEWHERE}. */
    int rank(int left, int right) {
        if (left >= numbers.length || right >= numbers.length) {
            return ELSEWHERE;
        }
        int a = numbers[left];
        int b = numbers[right];
        return a == 0 || b == 0 ? ELSEWHERE : ranks[(a << BITS) | b];
    }
}
