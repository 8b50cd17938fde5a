package lathe.clean.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/**
 * A complete folder of annotations, open.
 *
 * @param records after all edits
 * @param changed how many records each rule has edited, in the order of the list
 */
public record Annotations(RuleSet rules, Records records, MappedMeasurements measured, List<Long> changed) {
    private static final int SHARDS_PER_REPORT = 4;

    /** Takes what is in the pass's folder, and annotates what is missing. */
    static Annotations of(Pass pass, Pass.Engine engine, RunContext context)
            throws Failure, IOException, RunCancelledException {
        Records before = pass.records();
        RuleSet rules = pass.ruleSet();
        String digest = MeasureDigest.of(before, pass.rules(), pass.services());
        AnnotationJournal found = AnnotationJournal.read(pass.folder(), digest, rules);
        if (!found.complete()) {
            context.phase(
                    "clean", found.shards() == 0 ? "measuring" : "going on after " + found.records() + " records");
            annotate(pass, engine, rules, digest, before, context);
            found = AnnotationJournal.read(pass.folder(), digest, rules);
        }
        Path folder = pass.folder();
        Records after = rules.edits().isEmpty() ? before : new Records(List.of(AnnotationFolder.edited(folder)));
        return new Annotations(rules, after, new MappedMeasurements(folder, rules, before.size()), found.changed());
    }

    private static void annotate(
            Pass pass, Pass.Engine engine, RuleSet rules, String digest, Records before, RunContext context)
            throws Failure, IOException, RunCancelledException {
        List<Shard> shards = Shard.of(before);
        try (AnnotationFolder folder = new AnnotationFolder(pass.folder(), rules, digest, before.files())) {
            engine.annotate(
                    pass,
                    folder.shards(),
                    shard -> {
                        folder.append(shard);
                        if (shard.number() % SHARDS_PER_REPORT == 0) {
                            context.progress(shard.shard.to(), before.size(), "records");
                        }
                    },
                    context);
            folder.finish(shards.size());
        }
        context.progress(before.size(), before.size(), "records");
    }
}
