package lathe.tokenize.sentencepiece;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.tokenize.sentencepiece.model.PieceKind;
import lathe.tokenize.sentencepiece.model.SpPiece;

/**
 * The pieces whose ids do not depend on a corpus: {@code <unk>}, {@code <s>} and {@code </s>} at 0, 1 and 2, special
 * tokens as control symbols, user-defined ones, then the bytes. Where one stands in a corpus it is no text to learn
 * from. A name that is there already keeps its id and kind.
 */
public final class FixedPieces {
    static final String UNKNOWN = "<unk>";
    static final String BEGIN = "<s>";
    static final String END = "</s>";

    private static final int BYTES = 256;

    private final Map<String, PieceKind> kinds = new LinkedHashMap<>();
    private final String end;
    private final boolean bytes;
    private final boolean[] firsts = new boolean[Character.MIN_SUPPLEMENTARY_CODE_POINT];

    private FixedPieces(List<String> special, List<String> userDefined, boolean bytes) {
        kinds.put(UNKNOWN, PieceKind.UNKNOWN);
        kinds.put(BEGIN, PieceKind.CONTROL);
        kinds.put(END, PieceKind.CONTROL);
        special.forEach(token -> kinds.putIfAbsent(token, PieceKind.CONTROL));
        userDefined.forEach(token -> kinds.putIfAbsent(token, PieceKind.USER_DEFINED));
        for (int b = 0; bytes && b < BYTES; b++) {
            kinds.putIfAbsent(SpPiece.nameOfByte(b), PieceKind.BYTE);
        }
        this.end = special.isEmpty() ? END : special.get(0);
        this.bytes = bytes;
        kinds.keySet().forEach(name -> firsts[name.charAt(0)] = true);
    }

    static FixedPieces of(List<String> special, List<String> userDefined, boolean bytes) {
        return new FixedPieces(special, userDefined, bytes);
    }

    /** Number of pieces. */
    public int size() {
        return kinds.size();
    }

    /** Whether a piece is fixed. */
    public boolean contains(String piece) {
        return kinds.containsKey(piece);
    }

    /** The pieces by id. */
    public List<SpPiece> pieces() {
        List<SpPiece> all = new ArrayList<>();
        kinds.forEach((name, kind) -> all.add(new SpPiece(name, 0, kind)));
        return all;
    }

    /** The one that ends a text: the first special token, else {@code </s>}. */
    public String end() {
        return end;
    }

    /** Whether every byte has a piece. */
    public boolean bytes() {
        return bytes;
    }

    /** Whether a fixed piece may begin with a char. */
    boolean mayBegin(char c) {
        return firsts[c];
    }

    /** Puts a boundary in place of each fixed piece, the longest where several begin, and returns the new length. */
    int cut(char[] text, int length) {
        int to = 0;
        int at = 0;
        while (at < length) {
            int matched = firsts[text[at]] ? longestAt(text, at, length) : 0;
            text[to++] = matched > 0 ? PieceRules.BOUNDARY : text[at];
            at += Math.max(1, matched);
        }
        return to;
    }

    private int longestAt(char[] text, int at, int length) {
        int longest = 0;
        for (String name : kinds.keySet()) {
            if (name.length() > longest && startsWith(text, at, length, name)) {
                longest = name.length();
            }
        }
        return longest;
    }

    private static boolean startsWith(char[] text, int at, int length, String name) {
        if (at + name.length() > length) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (text[at + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
