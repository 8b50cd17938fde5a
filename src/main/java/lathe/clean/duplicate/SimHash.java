package lathe.clean.duplicate;

import java.util.Arrays;

/**
 * SimHash (Charikar 2002): a bit is set if most shingles' hashes have it set. Texts whose shingles are mostly the same,
 * repetitions counted, differ in few bits.
 */
final class SimHash {
    private SimHash() {}

    /**
     * The hash of a text's shingles; 0 for none. The 64 counts are kept as binary digits across longs: adding a hash to
     * all of them is a carry that soon ends.
     */
    static long of(long[] shingles) {
        long[] digits = new long[Integer.SIZE - Integer.numberOfLeadingZeros(shingles.length)];
        for (long shingle : shingles) {
            long carry = shingle;
            for (int i = 0; carry != 0; i++) {
                long digit = digits[i];
                digits[i] = digit ^ carry;
                carry &= digit;
            }
        }
        return above(digits, shingles.length / 2);
    }

    /** The bits whose count is larger than a bound: compared from the highest digit on, for all bits at once. */
    private static long above(long[] digits, int bound) {
        long larger = 0;
        long equal = -1L;
        for (int i = digits.length - 1; i >= 0; i--) {
            boolean set = ((bound >>> i) & 1) == 1;
            larger |= set ? 0 : equal & digits[i];
            equal &= set ? digits[i] : ~digits[i];
        }
        return larger;
    }

    /**
     * Masks of which each pair of hashes that differ in at most {@code distance} bits agrees in one: the hash is cut
     * into blocks, of which at least {@code blocks - distance} agree; each choice of so many is a mask.
     */
    static long[] masks(int blocks, int distance) {
        long[] masks = new long[(int) choices(blocks, distance)];
        int made = 0;
        for (int choice = 0; choice < 1 << blocks; choice++) {
            if (Integer.bitCount(choice) == blocks - distance) {
                masks[made++] = bits(choice, blocks);
            }
        }
        return Arrays.copyOf(masks, made);
    }

    /** How many masks there are. */
    static long choices(int blocks, int distance) {
        long choices = 1;
        for (int i = 1; i <= distance; i++) {
            choices = choices * (blocks - distance + i) / i;
        }
        return choices;
    }

    private static long bits(int choice, int blocks) {
        long mask = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if (((choice >>> (bit * blocks / Long.SIZE)) & 1) == 1) {
                mask |= 1L << bit;
            }
        }
        return mask;
    }
}
