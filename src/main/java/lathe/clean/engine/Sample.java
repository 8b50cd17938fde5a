package lathe.clean.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.clean.duplicate.Clusters;
import lathe.clean.rule.Broken;
import lathe.clean.rule.Duplicates;
import lathe.clean.rule.RuleServices;
import lathe.data.CorpusFolder;
import lathe.data.Document;
import lathe.data.Dropped;
import lathe.recipe.Rule;
import lathe.run.Failure;
import lathe.run.InOrder;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * The first records of a corpus with everything that rules measured of them, in memory. Other bounds are decided on
 * without measuring again: see {@link #with}. Safe for several threads.
 */
public final class Sample {
    /** Enough for a sample to be sorted in memory. */
    private static final long CLUSTER_BYTES = 64 << 20;

    private final Records records;
    private final RuleServices services;
    private final List<Rule> recipe;
    private final RuleSet rules;
    private final Measurements measured;
    private final List<int[]> clusters;
    private final List<Document> edited;
    private final int[] characters;
    private final Decider decider;
    private final Decisions decisions;

    private Sample(
            Records records,
            RuleServices services,
            List<Rule> recipe,
            RuleSet rules,
            Measurements measured,
            List<int[]> clusters,
            List<Document> edited,
            int[] characters,
            @Nullable Decider before) {
        this.records = records;
        this.services = services;
        this.recipe = recipe;
        this.rules = rules;
        this.measured = measured;
        this.clusters = clusters;
        this.edited = edited;
        this.characters = characters;
        decider = new Decider(rules, measured, before);
        decisions = decider.decide(clusters, new Choice(rules, facts(), measured));
    }

    /** Measures the first records of a corpus. */
    public static Sample of(CorpusFolder corpus, List<Rule> recipe, RuleServices services, int most, RunContext context)
            throws Failure, IOException, RunCancelledException {
        Records records = new Records(List.of(corpus));
        RuleSet rules = RuleSet.of(recipe, services);
        List<Annotated> shards = new ArrayList<>();
        Annotator annotator = new Annotator(records, rules);
        InOrder.run(
                Shard.ofFirst(records, most).iterator(),
                1,
                Runtime.getRuntime().availableProcessors(),
                batch -> {
                    context.checkCancelled();
                    return annotator.annotate(batch.get(0));
                },
                shards::add);
        Measurements measured = new MemoryMeasurements(rules, shards);
        List<int[]> clusters = new ArrayList<>();
        for (int i = 0; i < rules.duplicates().size(); i++) {
            Duplicates rule = rules.duplicates().get(i).rule();
            clusters.add(clusters(rule, new MeasuredRows(measured, rule, i), context));
        }
        List<Document> edited = new ArrayList<>();
        Editor editor = new Editor(rules.edits());
        for (int record = 0; record < measured.size(); record++) {
            edited.add(editor.edit(records.read(record)));
        }
        int[] characters = edited.stream().mapToInt(Sample::characters).toArray();
        return new Sample(records, services, List.copyOf(recipe), rules, measured, clusters, edited, characters, null);
    }

    private static int[] clusters(Duplicates rule, MeasuredRows rows, RunContext context)
            throws IOException, RunCancelledException {
        Path scratch = Files.createTempDirectory("lathe-sample");
        try {
            return Clusters.of(rule, rows, CLUSTER_BYTES, scratch, context);
        } finally {
            WholeFile.deleteTree(scratch);
        }
    }

    /** Whether other rules measure the same, so that {@link #with} can decide on them. */
    public boolean fits(List<Rule> other) throws IOException {
        return MeasureDigest.of(recipe, services).equals(MeasureDigest.of(other, services));
    }

    /** The same sample under rules of which only bounds differ. */
    public Sample with(List<Rule> other) throws Failure, IOException {
        return new Sample(
                records,
                services,
                List.copyOf(other),
                RuleSet.of(other, services, rules.made(recipe)),
                measured,
                clusters,
                edited,
                characters,
                decider);
    }

    private static int characters(Document document) {
        String text = document.content();
        return text.codePointCount(0, text.length());
    }

    private Facts facts() {
        return new Facts() {
            @Override
            public int characters(int record) {
                return characters[record];
            }

            @Override
            public String source(int record) {
                return edited.get(record).source();
            }
        };
    }

    public RuleSet rules() {
        return rules;
    }

    public Measurements measured() {
        return measured;
    }

    public Decisions decisions() {
        return decisions;
    }

    /** How many records it has. */
    public int size() {
        return measured.size();
    }

    /** The records that the filter at a place speaks against, first or not; none where another rule stands. */
    public BitSet against(int place) {
        return decider.against(place);
    }

    /** The root of each record's cluster, for a duplicate rule by its number among these. */
    public int[] clusters(int rule) {
        return clusters.get(rule).clone();
    }

    /** A record after all edits. */
    public Document document(int record) {
        return edited.get(record);
    }

    /** A record as it was imported. */
    public Document original(int record) throws IOException {
        return records.read(record);
    }

    /** Why a record goes, or null where it stays. */
    public @Nullable Dropped dropped(int record) {
        int place = decisions.rule(record);
        if (place == Decisions.NONE) {
            return null;
        }
        String rule = rules.names().get(place);
        int survivor = decisions.survivor(record);
        if (survivor != Decisions.NONE) {
            return new Dropped(
                    document(record), rule, null, null, document(survivor).id());
        }
        Broken broken = decider.broken(record, place);
        return broken == null
                ? new Dropped(document(record), rule, null, null, null)
                : new Dropped(document(record), rule, broken.value(), broken.bound(), null);
    }

    /** What the filters measured of a record, by rule. */
    public Map<String, Object> scores(int record) {
        Map<String, Object> scores = new LinkedHashMap<>();
        for (RuleSet.PlacedFilter filter : rules.filters()) {
            scores.put(rules.names().get(filter.place()), decider.json(filter, record));
        }
        return scores;
    }
}
