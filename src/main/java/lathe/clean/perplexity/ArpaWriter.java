package lathe.clean.perplexity;

import java.io.IOException;
import java.util.List;
import lathe.clean.perplexity.NgramModel.Level;

/**
 * Writes a learned model as an ARPA file: tables of logarithms to base ten, words and back-offs, read by KenLM and
 * SRILM.
 */
final class ArpaWriter {
    private final Estimate estimate;
    private final Appendable out;
    private final List<String> words;

    private ArpaWriter(Estimate estimate, Appendable out) {
        this.estimate = estimate;
        this.out = out;
        words = estimate.model().vocabulary().words();
    }

    /** Writes a model; the same model gives the same bytes. */
    static void write(Estimate estimate, Appendable out) throws IOException {
        new ArpaWriter(estimate, out).write();
    }

    private void write() throws IOException {
        int order = estimate.model().order();
        out.append("\\data\\\n");
        for (int length = 1; length <= order; length++) {
            int size = estimate.model().level(length).keys().size();
            out.append("ngram " + length + "=" + size + "\n");
        }
        for (int length = 1; length <= order; length++) {
            level(length, length < order);
        }
        out.append("\n\\end\\\n");
    }

    private void level(int length, boolean backOffs) throws IOException {
        Level level = estimate.model().level(length);
        out.append("\n\\" + length + "-grams:\n");
        for (int id = 0; id < level.keys().size(); id++) {
            out.append(Float.toString(level.probabilities().get(id))).append('\t');
            sequence(length, id);
            if (backOffs) {
                out.append('\t').append(Float.toString(level.backOffs().get(id)));
            }
            out.append('\n');
        }
    }

    private void sequence(int length, int id) throws IOException {
        if (length == 1) {
            out.append(words.get(id));
            return;
        }
        int end = estimate.ends().get(length - 1).of(id);
        for (int i = length - 1; i >= 0; i--) {
            out.append(words.get(estimate.corpus().word(end - i))).append(i == 0 ? "" : " ");
        }
    }
}
