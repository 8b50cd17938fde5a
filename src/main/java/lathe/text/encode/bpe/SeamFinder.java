package lathe.text.encode.bpe;

import lathe.text.encode.ByteLevel;

/** Finds a model's seams. */
final class SeamFinder {
    private final Bpe model;

    SeamFinder(Bpe model) {
        this.model = model;
    }

    Seams seams() {
        Seams seams = new Seams();
        for (int rank = 0; rank < model.merges.size(); rank++) {
            String left = model.vocabulary.piece(model.merges.left(rank));
            String right = model.vocabulary.piece(model.merges.right(rank));
            if (left == null || right == null || left.isEmpty() || right.isEmpty()) {
                continue;
            }
            if (model.byteLevel) {
                seams.joinBytes(bytes(left), bytes(right));
            } else {
                seams.join(left, right);
            }
        }
        seams.freeze();
        return seams;
    }

    private static byte[] bytes(String piece) {
        byte[] bytes = new byte[piece.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ByteLevel.read(piece.charAt(i));
        }
        return bytes;
    }
}
