package lathe.tokenize.sentencepiece;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lathe.recipe.RecipeYaml;
import lathe.recipe.TokenizerSettings;
import lathe.run.Json;
import lathe.tokenize.corpus.Sequences;
import lathe.tokenize.sentencepiece.model.SpModel;
import lathe.tokenize.train.TrainedTokenizer;

/** Golden values of SentencePiece, made by src/peers/golden_sentencepiece.py, and the settings that they are for. */
public final class SpGolden {
    private static final Path FOLDER = Path.of("src/test/resources/golden/tokenizers/sentencepiece");

    private SpGolden() {}

    /** The corpus of all golden values. */
    public static Sequences corpus() {
        return Sequences.ofLines(FOLDER.resolve("corpus.txt"));
    }

    /** A file of values. */
    public static JsonNode values(String name) throws Exception {
        return Json.mapper().readTree(FOLDER.resolve(name + ".json").toFile());
    }

    /** The script's set of options of a name. */
    public static SpSettings settings(String name, String type) throws Exception {
        String keys =
                switch (name) {
                    case "exhausted" -> "vocab-size: 3000, character-coverage: 1";
                    case "bytes" ->
                        "byte-fallback: true, split-digits: true, vocab-size: 1400, character-coverage: 0.99";
                    case "nmt" -> "normalizer: nmt-nfkc, remove-extra-whitespaces: true";
                    case "nfkc" -> "normalizer: nfkc, add-dummy-prefix: false";
                    case "own" -> "user-defined: [<sep>, ladder, 灯笼], special: ['<|end|>'], max-token-length: 6";
                    case "script" -> "character-coverage: 1";
                    case "required" -> "initial-alphabet: [α, β], character-coverage: 0.98";
                    default -> "";
                };
        PieceRules plain = PieceRules.standard();
        SpSettings settings = SpSettings.of(train(type, keys));
        return switch (name) {
            case "script" -> settings.with(new PieceRules(16, false, true, true, false, false));
            case "number" -> settings.with(new PieceRules(16, true, false, true, false, false));
            case "space" -> settings.with(new PieceRules(16, true, true, false, false, false));
            case "alone" -> settings.with(new PieceRules(16, true, true, true, false, true));
            default -> settings.rules().equals(plain) ? settings.with(plain) : settings;
        };
    }

    /** Settings of a recipe, SentencePiece's defaults in place of Lathe's. */
    public static TokenizerSettings.Train train(String type, String keys) throws Exception {
        return (TokenizerSettings.Train) RecipeYaml.readTokenizer(
                String.format(
                        Locale.ROOT,
                        "{train: %s, %s%s%s%s}",
                        type,
                        keys.contains("vocab-size") ? "" : "vocab-size: 1300, ",
                        keys.contains("special") ? "" : "special: [], ",
                        keys.contains("byte-fallback") ? "" : "byte-fallback: false, ",
                        keys),
                Map.of());
    }

    /** The model that was trained. */
    public static SpModel model(TrainedTokenizer trained, Path folder) throws Exception {
        trained.file().write(folder);
        return SpModel.read(folder.resolve(SpResult.MODEL_FILE));
    }

    /** The texts of a list of values. */
    public static List<String> texts(JsonNode values) {
        return Json.mapper()
                .convertValue(values, Json.mapper().getTypeFactory().constructCollectionType(List.class, String.class));
    }
}
