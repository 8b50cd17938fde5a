package lathe.tokenize.sentencepiece.unigram;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.tokenize.corpus.Sequences;
import lathe.tokenize.sentencepiece.Alphabet;
import lathe.tokenize.sentencepiece.SpCorpus;
import lathe.tokenize.sentencepiece.SpCounts;
import lathe.tokenize.sentencepiece.SpResult;
import lathe.tokenize.sentencepiece.SpSettings;
import lathe.tokenize.sentencepiece.model.PieceKind;
import lathe.tokenize.sentencepiece.model.SpModel;
import lathe.tokenize.sentencepiece.model.SpPiece;
import lathe.tokenize.train.TokenizerTrainer;
import lathe.tokenize.train.TrainedTokenizer;

/**
 * Learns a unigram vocabulary after SentencePiece's trainer (Kudo 2018). Nearly all pieces are the reference's with one
 * thread; where they are not, sums of 32 bits there and of more here made the difference.
 */
public final class UnigramTrainer implements TokenizerTrainer {
    private static final float PENALTY_STEP = 0.0001f;

    private final SpSettings settings;

    /** A trainer for a recipe's settings. */
    public UnigramTrainer(TokenizerSettings.Train settings) throws Failure {
        this(SpSettings.of(settings));
    }

    /** A trainer for SentencePiece's own settings. */
    public UnigramTrainer(SpSettings settings) {
        this.settings = settings;
    }

    @Override
    public TrainedTokenizer train(Sequences sequences, int threads, RunContext context)
            throws Failure, IOException, RunCancelledException {
        Alphabet alphabet;
        Segments segments;
        Pieces seeds;
        SpResult result;
        try (SpCounts parts = SpCorpus.count(sequences, settings, true, threads, context)) {
            alphabet = Alphabet.of(parts, true, settings);
            result = new SpResult(SpModel.Type.UNIGRAM, settings, alphabet);
            segments = new Segments(parts, alphabet);
            context.phase("tokenizer", "seeds");
            seeds = new Seeds(new SeedText(parts, alphabet), settings.rules(), alphabet).find(threads, context);
        }
        Work work = new Work(threads, context);
        UnigramLearner learner = new UnigramLearner(
                new Expectation(segments, alphabet.unknown(), work),
                alphabet.size(),
                settings.vocabSize(),
                work,
                context);
        return result.trained(chosen(learner.learn(seeds), alphabet, result.room()), List.of(), context);
    }

    /** All characters, then the likeliest pieces; the likeliest first. */
    private static List<SpPiece> chosen(Pieces learned, Alphabet alphabet, int room) {
        Map<String, Float> known = new HashMap<>();
        List<SpPiece> all = new ArrayList<>();
        for (int piece = 0; piece < learned.size(); piece++) {
            known.put(learned.string(piece), learned.score(piece));
            all.add(new SpPiece(learned.string(piece), learned.score(piece), PieceKind.NORMAL));
        }
        Map<String, SpPiece> chosen = new LinkedHashMap<>();
        float penalty = 0;
        for (int id = 0; id < alphabet.size(); id++) {
            String text = Character.toString(alphabet.character(id));
            Float score = known.get(text);
            chosen.put(
                    text,
                    new SpPiece(text, score == null ? learned.smallestScore() + penalty : score, PieceKind.NORMAL));
            penalty += score == null ? PENALTY_STEP : 0;
        }
        all.sort(UnigramTrainer::compare);
        for (SpPiece piece : all) {
            if (chosen.size() < room) {
                chosen.putIfAbsent(piece.text(), piece);
            }
        }
        List<SpPiece> sorted = new ArrayList<>(chosen.values());
        sorted.sort(UnigramTrainer::compare);
        return sorted;
    }

    private static int compare(SpPiece a, SpPiece b) {
        return a.score() != b.score()
                ? Float.compare(b.score(), a.score())
                : Arrays.compare(
                        a.text().codePoints().toArray(), b.text().codePoints().toArray());
    }
}
