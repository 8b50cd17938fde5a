package lathe.train.optimizer;

import java.util.Arrays;

/**
 * The 256 numbers between -1 and 1 that an 8-bit code can mean: dense where moments are small (dynamic tree
 * quantisation, Dettmers et al. 2022), as bitsandbytes' {@code create_dynamic_map} has them.
 */
final class DynamicMap {
    static final int CODES = 256;
    private static final int EXPONENTS = 7;

    private DynamicMap() {}

    /** Numbers of both signs, for first moments. */
    static float[] signed() {
        return numbers(true);
    }

    /** Numbers from 0 on, for second moments. */
    static float[] unsigned() {
        return numbers(false);
    }

    private static float[] numbers(boolean signed) {
        float[] map = new float[CODES];
        int next = 0;
        for (int i = 0; i < EXPONENTS; i++) {
            float size = (float) Math.pow(10, i - EXPONENTS + 1);
            int steps = signed ? 1 << i : 1 << (i + 1);
            for (int j = 0; j < steps; j++) {
                float number = size * (boundary(j, steps) + boundary(j + 1, steps)) / 2;
                map[next++] = number;
                if (signed) {
                    map[next++] = -number;
                }
            }
        }
        // what is left of the array holds one zero already
        map[next] = 1;
        Arrays.sort(map);
        return map;
    }

    private static float boundary(int i, int steps) {
        return (float) (0.1 + 0.9 * i / steps);
    }
}
