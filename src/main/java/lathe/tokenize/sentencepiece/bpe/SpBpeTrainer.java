package lathe.tokenize.sentencepiece.bpe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
import lathe.tokenize.train.Merge;
import lathe.tokenize.train.TokenizerTrainer;
import lathe.tokenize.train.TrainedTokenizer;

/**
 * Learns a BPE vocabulary with the pieces and scores of SentencePiece's trainer (Kudo and Richardson 2018), version
 * 0.1.99 and later.
 */
public final class SpBpeTrainer implements TokenizerTrainer {
    private final SpSettings settings;

    /** A trainer for a recipe's settings. */
    public SpBpeTrainer(TokenizerSettings.Train settings) throws Failure {
        this(SpSettings.of(settings));
    }

    /** A trainer for SentencePiece's own settings. */
    public SpBpeTrainer(SpSettings settings) {
        this.settings = settings;
    }

    @Override
    public TrainedTokenizer train(Sequences sequences, int threads, RunContext context)
            throws Failure, IOException, RunCancelledException {
        Alphabet alphabet;
        SpWords words;
        try (SpCounts parts = SpCorpus.count(sequences, settings, false, threads, context)) {
            alphabet = Alphabet.of(parts, false, settings);
            words = new SpWords(parts, alphabet);
        }
        SpResult result = new SpResult(SpModel.Type.BPE, settings, alphabet);
        SpBpeLearner learner = new SpBpeLearner(words, new Symbols(alphabet), settings.rules());
        List<SpBpeLearner.Learned> learned =
                learner.learn(result.room() - alphabet.size(), settings.minFrequency(), fixed(), context);
        List<Merge> merges = new ArrayList<>();
        for (SpBpeLearner.Learned one : learned) {
            int id = settings.fixed().size() + merges.size();
            merges.add(new Merge(one.left(), one.right(), id, one.count()));
        }
        return result.trained(pieces(learned, alphabet), merges, context);
    }

    private Set<String> fixed() {
        return settings.fixed().pieces().stream().map(SpPiece::text).collect(Collectors.toSet());
    }

    private static List<SpPiece> pieces(List<SpBpeLearner.Learned> learned, Alphabet alphabet) {
        List<SpPiece> pieces = new ArrayList<>();
        for (SpBpeLearner.Learned one : learned) {
            pieces.add(new SpPiece(one.piece(), -(float) pieces.size(), PieceKind.NORMAL));
        }
        for (int id = 0; id < alphabet.size(); id++) {
            String text = Character.toString(alphabet.character(id));
            pieces.add(new SpPiece(text, -(float) pieces.size(), PieceKind.NORMAL));
        }
        return pieces;
    }
}
