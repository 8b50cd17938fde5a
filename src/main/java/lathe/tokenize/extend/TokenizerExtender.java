package lathe.tokenize.extend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ibm.icu.lang.UScript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.tokenize.bpe.BpeLearner;
import lathe.tokenize.bpe.BpeTokens;
import lathe.tokenize.bpe.BpeWords;
import lathe.tokenize.bpe.ByteText;
import lathe.tokenize.corpus.PieceCounter;
import lathe.tokenize.corpus.Sequences;
import lathe.tokenize.corpus.SharedCounts;
import lathe.tokenize.train.Merge;
import lathe.tokenize.train.Vocabulary;

/**
 * Grows a BPE tokenizer by what a corpus adds to it, the way of Chinese-LLaMA: the corpus is written in the old tokens,
 * and learning goes on from there. New merges come after the old ones and new ids after the old ids, which all stay.
 *
 * <p>Where tokens are characters (SentencePiece's way, as Llama 2 has it), frequent characters that were bytes before
 * get tokens first, at most half of the new ones.
 */
public final class TokenizerExtender {
    private final TokenizerSettings.Extend settings;
    private final BaseTokenizer base;
    private final BaseCutter cutter;
    private final ScriptRule script;
    private final boolean byteLevel;

    /**
     * Opens the tokenizer that is to grow.
     *
     * @param folder where it lies, as a {@code tokenizer.json}
     */
    public TokenizerExtender(Path folder, TokenizerSettings.Extend settings) throws Failure, IOException {
        this.settings = settings;
        base = BaseTokenizer.read(folder);
        cutter = base.cutter();
        byteLevel = cutter.isByteLevel();
        script = new ScriptRule(settings.onlyScript(), byteLevel);
    }

    /**
     * Learns.
     *
     * @param threads workers; any number gives the same tokenizer
     */
    public GrownTokenizer extend(Sequences sequences, int threads, RunContext context)
            throws Failure, IOException, RunCancelledException {
        try (SharedCounts counts = PieceCounter.count(sequences, cutter, threads, SharedCounts.usualLimit(), context)) {
            Vocabulary vocabulary = oldTokens();
            List<Integer> characters = newCharacters(counts);
            PieceWriter now = new PieceWriter(base);
            characters.forEach(c -> now.add(c, vocabulary.add(Character.toString(c))));
            List<Merge> merges = learn(BpeWords.of(counts, now), vocabulary, threads, context);
            merges.forEach(merge -> now.add(id(vocabulary, merge.left()), id(vocabulary, merge.right()), merge.id()));
            if (vocabulary.size() < base.bound() + settings.add()) {
                warn(vocabulary.size() - base.bound(), context);
            }
            Growth growth = new Growth(base.bound(), vocabulary.size(), characters.size(), shares(counts, now));
            return new GrownTokenizer(base.with(grown(vocabulary, merges)), growth);
        }
    }

    private static int id(Vocabulary vocabulary, String piece) {
        return vocabulary.add(piece);
    }

    private void warn(int made, RunContext context) {
        context.warn(
                "The corpus gives only " + made + " new tokens of the " + settings.add() + " asked for",
                "tokenizer.add",
                "add text, or ask for fewer tokens",
                settings.onlyScript() == TokenizerSettings.OnlyScript.ANY
                        ? "lower tokenizer.min-frequency"
                        : "set tokenizer.only-script to any");
    }

    /** All ids that are taken; where one has no token a name that no text can have stands in. */
    private Vocabulary oldTokens() {
        Vocabulary vocabulary = new Vocabulary();
        for (int id = 0; id < base.bound(); id++) {
            String piece = base.piece(id);
            vocabulary.add(piece == null ? "\0" + id : piece);
        }
        return vocabulary;
    }

    private List<Integer> newCharacters(SharedCounts counts) throws IOException {
        if (byteLevel) {
            return List.of();
        }
        PieceWriter before = new PieceWriter(base);
        return NewCharacters.of(
                counts, c -> !before.has(c) && script.has(c), settings.add() / 2, Math.max(1, settings.minFrequency()));
    }

    private List<Merge> learn(BpeWords words, Vocabulary vocabulary, int threads, RunContext context)
            throws RunCancelledException {
        BpeTokens tokens =
                new BpeTokens(vocabulary, "", Integer.MAX_VALUE, piece -> byteLevel ? ByteText.readable(piece) : piece);
        return new BpeLearner(words, tokens, threads, context)
                .only(new GrowthRule(vocabulary, script, byteLevel))
                .learn(base.bound() + settings.add(), settings.minFrequency());
    }

    private ObjectNode grown(Vocabulary vocabulary, List<Merge> merges) {
        ObjectNode tree = base.tree().deepCopy();
        ObjectNode model = (ObjectNode) tree.path("model");
        ObjectNode vocab = (ObjectNode) model.path("vocab");
        // a reader numbers added tokens that the vocabulary lacks from its size on, which changes now
        for (JsonNode added : tree.path("added_tokens")) {
            vocab.put(added.path("content").asText(), added.path("id").asInt());
        }
        for (int id = base.bound(); id < vocabulary.size(); id++) {
            vocab.put(vocabulary.piece(id), id);
        }
        ArrayNode list = (ArrayNode) model.path("merges");
        boolean asText = list.path(0).isTextual();
        for (Merge merge : merges) {
            if (asText) {
                list.add(merge.left() + " " + merge.right());
            } else {
                list.addArray().add(merge.left()).add(merge.right());
            }
        }
        return tree;
    }

    private Map<String, Growth.Share> shares(SharedCounts counts, PieceWriter now) throws IOException {
        PieceWriter before = new PieceWriter(base);
        Map<String, Growth.Share> shares = new TreeMap<>();
        counts.forEach((text, from, length, times) -> {
            int[] old = before.tokens(text, from, length);
            int[] grown = now.tokens(text, from, length);
            String piece = new String(text, from, length);
            String readable = byteLevel ? ByteText.readable(piece) : piece;
            long bytes = byteLevel ? length : readable.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
            long changed = Arrays.equals(old, grown) ? 0 : times;
            shares.merge(
                    scriptOf(readable),
                    new Growth.Share(times, changed, times * bytes, times * old.length, times * grown.length),
                    Growth.Share::plus);
        });
        Map<String, Growth.Share> largestFirst = new LinkedHashMap<>();
        shares.entrySet().stream()
                .sorted(Map.Entry.comparingByValue((a, b) -> Long.compare(b.bytes(), a.bytes())))
                .forEach(entry -> largestFirst.put(entry.getKey(), entry.getValue()));
        return largestFirst;
    }

    private static String scriptOf(String word) {
        int letter = word.codePoints().filter(Character::isLetter).findFirst().orElse(' ');
        return UScript.getName(UScript.getScript(letter));
    }
}
