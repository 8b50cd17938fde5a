package lathe.tokenize.sentencepiece;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lathe.recipe.TokenizerSettings.Normalizer;
import lathe.run.Failure;
import lathe.run.RunContext;
import lathe.tokenize.sentencepiece.charsmap.CharsMap;
import lathe.tokenize.sentencepiece.model.SpModel;
import lathe.tokenize.sentencepiece.model.SpNormalizer;
import lathe.tokenize.sentencepiece.model.SpOptions;
import lathe.tokenize.sentencepiece.model.SpPiece;
import lathe.tokenize.sentencepiece.model.SpTokenizerFile;
import lathe.tokenize.train.Merge;
import lathe.tokenize.train.TokenizerFile;
import lathe.tokenize.train.TrainedTokenizer;

/** From learned pieces to a model and its files. */
public final class SpResult {
    /** The name of a model's file beside {@code tokenizer.json}. */
    public static final String MODEL_FILE = "tokenizer.model";

    private static final byte[] NO_RULES = {};

    private final SpModel.Type type;
    private final SpSettings settings;
    private final int room;

    /** A result to be; fails where not even the characters have room. */
    public SpResult(SpModel.Type type, SpSettings settings, Alphabet alphabet) throws Failure {
        this.type = type;
        this.settings = settings;
        room = settings.vocabSize() - settings.fixed().size();
        if (alphabet.size() == 0) {
            throw Failure.badInput(
                    "There is no text to learn from", "tokenizer", "check what the cleaned corpus holds");
        }
        if (room < alphabet.size()) {
            throw Failure.badInput(
                    String.format(
                            Locale.ROOT,
                            "The corpus has %,d characters, and %,d tokens are fixed: more than %,d in all",
                            alphabet.size(),
                            settings.fixed().size(),
                            settings.vocabSize()),
                    "tokenizer.vocab-size",
                    "ask for at least " + (alphabet.size() + settings.fixed().size()) + " tokens",
                    "or lower tokenizer.character-coverage");
        }
    }

    /** Number of pieces that may be learned, characters included. */
    public int room() {
        return room;
    }

    /**
     * The tokenizer.
     *
     * @param learned all pieces without a fixed id, in the order of their ids
     */
    public TrainedTokenizer trained(List<SpPiece> learned, List<Merge> merges, RunContext context) {
        if (learned.size() < room) {
            context.warn(
                    "The corpus gives only " + (settings.fixed().size() + learned.size()) + " tokens of the "
                            + settings.vocabSize() + " asked for",
                    "tokenizer.vocab-size",
                    "add text, or ask for fewer tokens");
        }
        List<SpPiece> pieces = new ArrayList<>(settings.fixed().pieces());
        pieces.addAll(learned);
        SpModel model = new SpModel(type, List.copyOf(pieces), SpModel.Ids.standard(), normalizer(), options());
        TokenizerFile file =
                SpTokenizerFile.ofTrained(model, settings.fixed().end()).with(Map.of(MODEL_FILE, model.bytes()));
        return new TrainedTokenizer(file, pieces.size(), List.copyOf(merges));
    }

    private SpNormalizer normalizer() {
        SpSettings.SpaceRules spaces = settings.spaces();
        CharsMap map = SpCorpus.charsMap(spaces.normalizer());
        String name = spaces.normalizer() == Normalizer.NONE
                ? "identity"
                : spaces.normalizer().name().toLowerCase(Locale.ROOT);
        return new SpNormalizer(
                name, map == null ? NO_RULES : map.compiled(), spaces.dummyPrefix(), spaces.squeeze(), true);
    }

    private SpOptions options() {
        PieceRules rules = settings.rules();
        return new SpOptions(
                settings.coverage(),
                rules.maxLength(),
                rules.splitByScript(),
                rules.splitByNumber(),
                rules.splitBySpace(),
                rules.splitDigits(),
                rules.spacesAlone());
    }
}
