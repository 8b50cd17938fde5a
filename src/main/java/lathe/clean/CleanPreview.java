package lathe.clean;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.clean.engine.Sample;
import lathe.clean.rule.RuleServices;
import lathe.data.CorpusFolder;
import lathe.data.Dropped;
import lathe.recipe.Rule;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/**
 * What rules would do to the first records of a corpus. Nothing is written.
 *
 * @param decisions one per record, with every rule's score
 * @param kept how many stay
 * @param dropped how many go, by rule; every rule is named
 */
public record CleanPreview(List<Decision> decisions, long kept, Map<String, Long> dropped) {

    /**
     * Applies rules to the first records.
     *
     * @param most how many records
     */
    public static CleanPreview of(
            CorpusFolder corpus, List<Rule> rules, RuleServices services, int most, RunContext context)
            throws Failure, IOException, RunCancelledException {
        Sample sample = Sample.of(corpus, rules, services, most, context);
        List<Decision> decisions = new ArrayList<>();
        Map<String, Long> dropped = new LinkedHashMap<>();
        sample.rules().names().forEach(rule -> dropped.put(rule, 0L));
        long kept = 0;
        for (int record = 0; record < sample.size(); record++) {
            context.checkCancelled();
            Dropped gone = sample.dropped(record);
            decisions.add(new Decision(sample.document(record), gone, sample.scores(record)));
            kept += gone == null ? 1 : 0;
            if (gone != null) {
                dropped.merge(gone.rule(), 1L, Long::sum);
            }
        }
        return new CleanPreview(decisions, kept, dropped);
    }
}
