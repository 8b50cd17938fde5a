package lathe.clean.perplexity;

import java.util.Arrays;

/** A list of floats that are zero until they are set. */
final class Floats {
    private float[] values;

    Floats(int capacity) {
        values = new float[Math.max(1, capacity)];
    }

    float get(int index) {
        return index < values.length ? values[index] : 0;
    }

    void set(int index, float value) {
        if (index >= values.length) {
            values = Arrays.copyOf(values, Math.max(index + 1, values.length + (values.length >> 1)));
        }
        values[index] = value;
    }
}
