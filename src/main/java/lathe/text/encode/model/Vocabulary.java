package lathe.text.encode.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pieces and their ids, in both directions. */
public final class Vocabulary {
    /** No id. */
    public static final int NONE = -1;

    private final Map<String, Integer> ids = new HashMap<>();
    private @Nullable String[] pieces = new @Nullable String[256];
    private int end;

    /** Gives a piece its id; the last word counts. */
    public void put(String piece, int id) {
        ids.put(piece, id);
        if (id >= pieces.length) {
            pieces = Arrays.copyOf(pieces, Math.max(id + 1, 2 * pieces.length));
        }
        pieces[id] = piece;
        end = Math.max(end, id + 1);
    }

    /** The id of a piece, or {@link #NONE}. */
    public int id(String piece) {
        return ids.getOrDefault(piece, NONE);
    }

    /** The piece of an id; null where there is none. */
    public @Nullable String piece(int id) {
        return id >= 0 && id < end ? pieces[id] : null;
    }

    /** Number of different pieces. */
    public int size() {
        return ids.size();
    }

    /** One more than the largest id. */
    public int end() {
        return end;
    }
}
