package lathe.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.data.Document;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import org.jspecify.annotations.Nullable;

/** What records and all of them scored, as JSON says it: the tuned model's figures, and the base's under "base". */
public final class ScoreTable {
    private final RecordScorer.How how;
    private final RecordScorer tuned;
    private final @Nullable RecordScorer base;

    /** A table without rows. */
    public ScoreTable(Contest contest, RecordScorer.How how) {
        this.how = how;
        tuned = new RecordScorer(contest.tuned(), how);
        base = contest.base() == null ? null : new RecordScorer(contest.base(), how);
    }

    /** Scores a record; its row. */
    public Map<String, Object> add(Document document, RunContext context) throws Failure, RunCancelledException {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", document.id());
        put(row, tuned.score(document, context));
        if (base != null) {
            Map<String, Object> beside = new LinkedHashMap<>();
            put(beside, base.score(document, context));
            row.put("base", beside);
        }
        return row;
    }

    private static void put(Map<String, Object> row, RecordScorer.Scored scored) {
        figures(row, scored.score());
        AnswerScores.One answer = scored.answer();
        if (answer != null) {
            row.put("answer", answer);
        }
    }

    /** All records together. */
    public Map<String, Object> total() {
        Map<String, Object> total = total(tuned);
        if (base != null) {
            total.put("base", total(base));
        }
        return total;
    }

    private Map<String, Object> total(RecordScorer scorer) {
        Map<String, Object> total = new LinkedHashMap<>();
        figures(total, scorer.sum());
        total.put("perplexity", scorer.sum().perplexity());
        if (how.answers()) {
            total.put("answers", scorer.answered());
        }
        if (how.window() != null) {
            total.put("parts", parts(scorer.parts()));
        }
        return total;
    }

    private static List<Map<String, Object>> parts(StreamParts parts) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Score score : parts.scores()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("from", (long) rows.size() * parts.length());
            figures(row, score);
            row.put("perplexity", score.perplexity());
            rows.add(row);
        }
        return rows;
    }

    private static void figures(Map<String, Object> row, Score score) {
        row.put("tokens", score.tokens());
        row.put("nll", score.nll());
        row.put("token_accuracy", score.tokenAccuracy());
    }
}
