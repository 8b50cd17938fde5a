package lathe.tokenize.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tokens by id and back. */
public final class Vocabulary {
    private final List<String> pieces = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();

    /** The id of a piece; new ones get the next. */
    public int add(String piece) {
        Integer known = ids.putIfAbsent(piece, pieces.size());
        if (known != null) {
            return known;
        }
        pieces.add(piece);
        return pieces.size() - 1;
    }

    /** The piece of an id. */
    public String piece(int id) {
        return pieces.get(id);
    }

    /** Whether a piece is in it. */
    public boolean has(String piece) {
        return ids.containsKey(piece);
    }

    /** Number of pieces. */
    public int size() {
        return pieces.size();
    }

    /** All pieces by id. */
    public List<String> pieces() {
        return List.copyOf(pieces);
    }
}
