package lathe.tokenize.sentencepiece.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The merges that a BPE model's scores mean: every way to cut a piece into two that are there, the best piece first.
 * SentencePiece merges any two neighbours whose joint text is a piece, the highest score first and then the leftmost.
 */
final class SpMerges {
    private SpMerges() {}

    /** A merge and what decides its place. */
    private record Ranked(float score, int id, int cut, String piece) {}

    /** The merges in order, as pairs of pieces. */
    static List<String[]> of(List<SpPiece> pieces) {
        Map<String, Integer> normal = new HashMap<>();
        for (int id = 0; id < pieces.size(); id++) {
            if (pieces.get(id).kind() == PieceKind.NORMAL) {
                normal.put(pieces.get(id).text(), id);
            }
        }
        List<Ranked> all = new ArrayList<>();
        normal.forEach((text, id) -> {
            for (int cut = next(text, 0); cut < text.length(); cut = next(text, cut)) {
                if (normal.containsKey(text.substring(0, cut)) && normal.containsKey(text.substring(cut))) {
                    all.add(new Ranked(pieces.get(id).score(), id, cut, text));
                }
            }
        });
        all.sort(Comparator.comparing(Ranked::score)
                .reversed()
                .thenComparing(Ranked::id)
                .thenComparing(Ranked::cut, Comparator.reverseOrder()));
        return all.stream()
                .map(one -> new String[] {
                    one.piece().substring(0, one.cut()), one.piece().substring(one.cut())
                })
                .toList();
    }

    private static int next(String text, int at) {
        return text.offsetByCodePoints(at, 1);
    }
}
