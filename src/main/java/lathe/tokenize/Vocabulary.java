package lathe.tokenize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tokens by id and back. */
final class Vocabulary {
    private final List<String> pieces = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();

    /** The id of a piece; new ones get the next. */
    int add(String piece) {
        Integer known = ids.putIfAbsent(piece, pieces.size());
        if (known != null) {
            return known;
        }
        pieces.add(piece);
        return pieces.size() - 1;
    }

    String piece(int id) {
        return pieces.get(id);
    }

    int size() {
        return pieces.size();
    }

    List<String> pieces() {
        return List.copyOf(pieces);
    }
}
