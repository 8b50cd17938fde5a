package lathe.tokenize.sentencepiece.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/** What a model must be before anything is made of it; the same that SentencePiece asks, and a little more. */
final class SpModelCheck {
    private static final int BYTES = 256;

    private SpModelCheck() {}

    static SpModel checked(SpModel model) throws MalformedModelException {
        int size = model.pieces().size();
        if (size == 0) {
            throw new MalformedModelException("it has no pieces", 0);
        }
        Map<String, PieceKind> known = new HashMap<>();
        for (SpPiece piece : model.pieces()) {
            checkPiece(piece, known);
        }
        checkIds(model, size);
        checkBytes(known);
        checkRules(model.normalizer().rules());
        return model;
    }

    private static void checkPiece(SpPiece piece, Map<String, PieceKind> known) throws MalformedModelException {
        if (piece.text().isEmpty()) {
            throw new MalformedModelException("piece " + known.size() + " is empty", 0);
        }
        if (!Float.isFinite(piece.score())) {
            throw new MalformedModelException("the score of " + piece.text() + " is no number", 0);
        }
        if (known.put(piece.text(), piece.kind()) != null) {
            throw new MalformedModelException("the piece " + piece.text() + " is there twice", 0);
        }
    }

    private static void checkIds(SpModel model, int size) throws MalformedModelException {
        SpModel.Ids ids = model.ids();
        for (int id : new int[] {ids.begin(), ids.end(), ids.pad()}) {
            if (id >= size || id < -1) {
                throw new MalformedModelException("id " + id + " is named but not there", 0);
            }
        }
        if (model.all(PieceKind.UNKNOWN).size() != 1) {
            throw new MalformedModelException("it has no piece for the unknown, or several", 0);
        }
    }

    private static void checkBytes(Map<String, PieceKind> known) throws MalformedModelException {
        long bytes =
                known.values().stream().filter(kind -> kind == PieceKind.BYTE).count();
        for (int b = 0; b < BYTES && bytes > 0; b++) {
            if (known.get(SpPiece.nameOfByte(b)) != PieceKind.BYTE || bytes != BYTES) {
                throw new MalformedModelException("it has pieces for some bytes only", 0);
            }
        }
    }

    private static void checkRules(byte[] rules) throws MalformedModelException {
        if (rules.length == 0) {
            return;
        }
        int trie = rules.length < Integer.BYTES
                ? 0
                : ByteBuffer.wrap(rules).order(ByteOrder.LITTLE_ENDIAN).getInt();
        boolean inside = trie > 0 && trie % Integer.BYTES == 0 && trie < rules.length - Integer.BYTES;
        if (!inside || rules[rules.length - 1] != 0) {
            throw new MalformedModelException("its rules for normalizing are broken", 0);
        }
    }
}
