package lathe.evaluate;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import lathe.evaluate.metric.Bleu;
import lathe.evaluate.metric.RougeL;

/** How near answers are to those that were wanted, each and together. */
public final class AnswerScores {
    private final Bleu bleu = new Bleu();
    private long records;
    private long exact;
    private double rouge;

    /**
     * One answer beside the one that was wanted.
     *
     * @param exact whether they are equal but for blanks around them
     * @param rougeL from 0 to 1
     * @param bleu from 0 to 100
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record One(String answer, String reference, boolean exact, double rougeL, double bleu) {}

    /**
     * All answers together.
     *
     * @param exactMatch share of answers that are equal, from 0 to 1
     * @param rougeL mean, from 0 to 1
     * @param bleu of the corpus, from 0 to 100
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record All(long records, double exactMatch, double rougeL, double bleu) {}

    /** Measures an answer and counts it. */
    public One add(String answer, String reference) {
        One one = new One(
                answer,
                reference,
                answer.strip().equals(reference.strip()),
                RougeL.of(answer, reference),
                Bleu.of(answer, reference));
        bleu.add(answer, reference);
        records++;
        exact += one.exact() ? 1 : 0;
        rouge += one.rougeL();
        return one;
    }

    /** What was counted until now; zeros for nothing. */
    public All all() {
        long some = Math.max(1, records);
        return new All(records, (double) exact / some, rouge / some, bleu.score());
    }
}
