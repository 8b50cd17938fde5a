package lathe.tokenize.sentencepiece.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/**
 * A SentencePiece model.
 *
 * @param type the algorithm
 * @param pieces by id
 * @param ids which pieces stand for what
 * @param normalizer what happens to text first
 * @param options of the trainer, as far as they are known; they do not matter for encoding
 */
public record SpModel(Type type, List<SpPiece> pieces, Ids ids, SpNormalizer normalizer, SpOptions options) {
    /** Algorithms of which Lathe knows the models. */
    public enum Type {
        UNIGRAM(1),
        BPE(2);

        private final int number;

        Type(int number) {
            this.number = number;
        }

        /** How a model's file writes it. */
        int number() {
            return number;
        }
    }

    /**
     * Pieces with a duty; -1 where there is none.
     *
     * @param end what ends a text
     */
    public record Ids(int unknown, int begin, int end, int pad) {
        /** SentencePiece's own. */
        public static Ids standard() {
            return new Ids(0, 1, 2, -1);
        }
    }

    /** Reads a {@code .model} file. */
    public static SpModel read(Path file) throws Failure, IOException {
        try {
            return SpModelCheck.checked(SpModelForm.parse(Files.readAllBytes(file)));
        } catch (MalformedModelException e) {
            throw Failure.badInput(
                    "This is no SentencePiece model that can be used: " + e.getMessage(),
                    file.toString(),
                    "copy the file again from where it came",
                    "or use a folder with a tokenizer.json");
        }
    }

    /** The model as the bytes of a {@code .model} file. */
    public byte[] bytes() {
        return SpModelForm.bytes(this);
    }

    /** The text of a piece with a duty, or null where there is none. */
    public @Nullable String piece(int id) {
        return id < 0 ? null : pieces.get(id).text();
    }

    /** Whether characters without a piece are written as bytes. */
    public boolean byteFallback() {
        return has(PieceKind.BYTE);
    }

    /** Whether there is a piece of a kind. */
    public boolean has(PieceKind kind) {
        return pieces.stream().anyMatch(piece -> piece.kind() == kind);
    }

    /** The texts of all pieces of a kind, by id. */
    public List<String> all(PieceKind kind) {
        return pieces.stream()
                .filter(piece -> piece.kind() == kind)
                .map(SpPiece::text)
                .toList();
    }
}
