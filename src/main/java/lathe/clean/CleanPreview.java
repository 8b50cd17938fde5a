package lathe.clean;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lathe.data.CorpusFolder;
import lathe.data.Document;
import lathe.recipe.Rule;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.WholeFile;

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
     * @param base what the paths of word lists are relative to
     * @param most how many records
     */
    public static CleanPreview of(CorpusFolder corpus, List<Rule> rules, Path base, int most, RunContext context)
            throws Failure, IOException, RunCancelledException {
        RuleSet ready = new RuleSet(rules, base, true);
        Path scratch = Files.createTempDirectory("lathe-preview");
        try (Stream<Document> records = corpus.require().read();
                Decider decider = new Decider(ready, scratch)) {
            List<Decision> decisions = new ArrayList<>();
            for (Document document : (Iterable<Document>) records.limit(most)::iterator) {
                context.checkCancelled();
                decisions.add(decider.decide(ready.judge(document)));
            }
            return counted(decisions, ready);
        } finally {
            WholeFile.deleteTree(scratch);
        }
    }

    private static CleanPreview counted(List<Decision> decisions, RuleSet rules) {
        Map<String, Long> dropped = new LinkedHashMap<>();
        rules.entries().forEach(rule -> dropped.put(rule.name(), 0L));
        long kept = 0;
        for (Decision decision : decisions) {
            kept += decision.kept() ? 1 : 0;
            if (decision.dropped() != null) {
                dropped.merge(decision.dropped().rule(), 1L, Long::sum);
            }
        }
        return new CleanPreview(decisions, kept, dropped);
    }
}
