package lathe.model.arch;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which layers see only the nearest tokens (Beltagy et al. 2020).
 *
 * @param tokens how many they see, the token itself included
 * @param layers of each layer, whether it is one of them
 * @param rope how positions turn in those layers; null for the same way as in the others
 */
public record Window(int tokens, List<Boolean> layers, @Nullable Rope rope) {

    /** Copies the list. */
    public Window {
        layers = List.copyOf(layers);
    }

    /** All layers see everything before them. */
    public static Window none(int layers) {
        return new Window(
                Integer.MAX_VALUE,
                IntStream.range(0, layers).mapToObj(i -> false).toList(),
                null);
    }

    /** Whether no layer is bounded. */
    public boolean isEverything() {
        return !layers.contains(true);
    }
}
