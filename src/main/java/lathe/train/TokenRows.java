package lathe.train;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import lathe.model.file.ModelFolder;
import lathe.model.resize.ResizedModel;
import lathe.model.resize.VocabRows;
import lathe.recipe.ModelSettings.ResizeVocab;
import lathe.run.Failure;
import lathe.text.Tokenizer;

/**
 * Which rows of a model's embedding the tokens of another tokenizer get. Tokens are known by what they are, not by
 * their ids: one that the model has keeps its row wherever its id went, so grown, cut-down and wholly other tokenizers
 * are all one case. A new token begins as the mean of all rows (Hewitt 2021), or of those in which the model read it
 * before.
 */
public final class TokenRows {
    private static final String FILE = "tokenizer.json";
    private static final String SPACE = "▁";

    private final Tokenizer old;
    private final Tokenizer now;

    private TokenRows(Tokenizer old, Tokenizer now) {
        this.old = old;
        this.now = now;
    }

    /** Ids of a tokenizer that mean something else to a model, or nothing; 0 where the model names no tokenizer. */
    public static int strange(Path model, Path tokenizer) throws Failure, IOException {
        if (!Files.isRegularFile(model.resolve(FILE))) {
            return 0;
        }
        try (Tokenizer old = Tokenizer.load(model);
                Tokenizer now = Tokenizer.load(tokenizer)) {
            return (int) IntStream.range(0, now.vocabSize())
                    .filter(id -> now.piece(id) != null && !Objects.equals(now.piece(id), old.piece(id)))
                    .count();
        }
    }

    /** Writes a model fitted to a tokenizer as a folder of its own. */
    public static VocabRows resize(Path model, Path tokenizer, ResizeVocab how, Path out) throws Failure, IOException {
        int rows = ModelFolder.config(model).vocabSize();
        try (Tokenizer old = Tokenizer.load(model);
                Tokenizer now = Tokenizer.load(tokenizer)) {
            VocabRows made = new TokenRows(old, now).rows(rows, how);
            ResizedModel.write(model, made, tokenizer, out);
            return made;
        }
    }

    private VocabRows rows(int oldRows, ResizeVocab how) {
        int[] used = IntStream.range(0, Math.min(oldRows, old.vocabSize()))
                .filter(id -> old.piece(id) != null)
                .toArray();
        int[][] sources = IntStream.range(0, now.vocabSize())
                .mapToObj(id -> how == ResizeVocab.PARTS ? parts(id) : known(id))
                .toArray(int[][]::new);
        return new VocabRows(oldRows, used, sources);
    }

    /** The row of a token that the model has; none for others. */
    private int[] known(int id) {
        String piece = now.piece(id);
        int row = piece == null ? -1 : old.id(piece);
        return row < 0 ? new int[0] : new int[] {row};
    }

    /** The same; for others the rows of what they were merged from, or of what their text was read as. */
    private int[] parts(int id) {
        int[] row = known(id);
        if (row.length > 0 || now.isSpecial(id)) {
            return row;
        }
        if (now.left(id) >= 0) {
            return IntStream.concat(Arrays.stream(parts(now.left(id))), Arrays.stream(parts(now.right(id))))
                    .toArray();
        }
        return read(id);
    }

    private int[] read(int id) {
        byte[] bytes = now.bytes(id);
        if (bytes == null || bytes.length == 0) {
            return new int[0];
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            int[] ids = old.encode(text);
            // SentencePiece writes a space before every text
            boolean spaced = ids.length > 1 && SPACE.equals(old.piece(ids[0])) && !text.startsWith(" ");
            return spaced ? Arrays.copyOfRange(ids, 1, ids.length) : ids;
        } catch (CharacterCodingException e) {
            // part of a character, which no text holds: the mean of all stands for it
            return new int[0];
        }
    }
}
