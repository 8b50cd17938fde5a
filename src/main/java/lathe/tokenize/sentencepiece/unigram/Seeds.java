package lathe.tokenize.sentencepiece.unigram;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lathe.run.Failure;
import lathe.run.InOrder;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.tokenize.sentencepiece.Alphabet;
import lathe.tokenize.sentencepiece.PieceRules;
import lathe.tokenize.sentencepiece.unigram.SeedFinder.Seed;

/** The pieces with which learning begins: all characters, and the repeated texts that cover most of the corpus. */
final class Seeds {
    /** How many repeated texts there are at most; SentencePiece's default. */
    private static final int MOST = 1_000_000;

    private final SeedText text;
    private final SeedFinder finder;
    private final Alphabet alphabet;
    private List<Seed> kept = new ArrayList<>();

    Seeds(SeedText text, PieceRules rules, Alphabet alphabet) {
        this.text = text;
        this.alphabet = alphabet;
        finder = new SeedFinder(text, rules);
    }

    /** Finds the seeds; their scores are logarithms of shares. */
    Pieces find(int threads, RunContext context) throws Failure, IOException, RunCancelledException {
        int[][] places = text.places();
        List<Integer> characters = IntStream.range(0, places.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer c) -> -places[c].length))
                .toList();
        int[] done = new int[1];
        InOrder.run(
                characters.iterator(),
                1,
                threads,
                batch -> {
                    context.checkCancelled();
                    List<Seed> found = finder.find(places[batch.get(0)]);
                    places[batch.get(0)] = new int[0];
                    return found;
                },
                found -> {
                    kept.addAll(found);
                    if (kept.size() > 2 * MOST) {
                        keepBest();
                    }
                    context.progress(++done[0], places.length, "characters");
                });
        keepBest();
        return pieces();
    }

    private void keepBest() {
        kept.sort(this::compare);
        kept = new ArrayList<>(kept.subList(0, Math.min(MOST, kept.size())));
    }

    /** More text covered first, then more bytes, then the smaller text. */
    private int compare(Seed a, Seed b) {
        if (a.score() != b.score()) {
            return Float.compare(b.score(), a.score());
        }
        int bytes = Integer.compare(bytes(b), bytes(a));
        for (int i = 0; bytes == 0 && i < a.length() && i < b.length(); i++) {
            bytes = Integer.compare(text.at(a.place() + i), text.at(b.place() + i));
        }
        return bytes;
    }

    private int bytes(Seed seed) {
        int bytes = 0;
        for (int i = 0; i < seed.length(); i++) {
            int c = text.codePoint(text.at(seed.place() + i));
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        }
        return bytes;
    }

    /** Characters that were only asked for are no seeds: nothing is known of them. */
    private Pieces pieces() {
        double sum = 0;
        for (int id = 0; id < alphabet.size(); id++) {
            sum += (float) alphabet.count(id);
        }
        for (Seed seed : kept) {
            sum += seed.score();
        }
        double logSum = Math.log(sum);
        Pieces pieces = new Pieces(alphabet);
        for (int id = 0; id < alphabet.size(); id++) {
            if (alphabet.count(id) > 0) {
                pieces.add(new int[] {id}, 0, 1, (float) (Math.log((float) alphabet.count(id)) - logSum));
            }
        }
        for (Seed seed : kept) {
            int[] piece = new int[seed.length()];
            Arrays.setAll(piece, i -> alphabet.id(text.codePoint(text.at(seed.place() + i))));
            pieces.add(piece, 0, piece.length, (float) (Math.log(seed.score()) - logSum));
        }
        return pieces;
    }
}
