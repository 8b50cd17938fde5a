package lathe.ui.step.corpus.overview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import lathe.clean.language.LanguageShares;
import lathe.data.browse.CorpusTable;
import lathe.data.browse.RecordQuery;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.ui.step.corpus.source.OpenCorpus;
import lathe.ui.task.LatestTask;
import lathe.ui.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/** What is known of each source at once, and its languages, which take a while. */
public final class OverviewViewModel {
    private static final double SETTLE_MILLIS = 50;
    private static final int SAMPLE = 200;

    private final LatestTask<Map<String, Map<String, Integer>>> detecting;
    private final ObjectProperty<@Nullable OpenCorpus> corpus = new SimpleObjectProperty<>();
    private final ObjectProperty<Map<String, Map<String, Integer>>> languages = new SimpleObjectProperty<>(Map.of());
    private boolean seen;

    public OverviewViewModel(TaskRunner tasks) {
        detecting = new LatestTask<>(tasks, SETTLE_MILLIS);
    }

    /** Shows another corpus. */
    public void show(@Nullable OpenCorpus now) {
        boolean same = OpenCorpus.isSame(corpus.get(), now);
        corpus.set(now);
        if (!same) {
            languages.set(Map.of());
            detecting.cancel();
            if (seen) {
                detect();
            }
        }
    }

    /** Somebody looks: languages are found out now, and not before. */
    public void look() {
        if (!seen || languages.get().isEmpty()) {
            seen = true;
            detect();
        }
    }

    ObjectProperty<@Nullable OpenCorpus> corpusProperty() {
        return corpus;
    }

    /** Texts of a sample by language, by source; empty as long as nobody knows. */
    ObjectProperty<Map<String, Map<String, Integer>>> languagesProperty() {
        return languages;
    }

    private void detect() {
        OpenCorpus open = corpus.get();
        if (open != null) {
            detecting.request(
                    context -> detect(open.table(), context), languages::set, failure -> languages.set(Map.of()));
        }
    }

    private static Map<String, Map<String, Integer>> detect(CorpusTable table, RunContext context)
            throws IOException, RunCancelledException {
        Map<String, Map<String, Integer>> bySource = new LinkedHashMap<>();
        for (String source : table.sources()) {
            int[] records = table.find(RecordQuery.ALL.withSources(Set.of(source)), context);
            List<String> texts = new ArrayList<>();
            // evenly over the source: files may differ from beginning to end
            int count = Math.min(SAMPLE, records.length);
            for (int i = 0; i < count; i++) {
                context.checkCancelled();
                texts.add(table.document(records[(int) ((long) i * records.length / count)])
                        .content());
            }
            bySource.put(source, LanguageShares.of(texts, context));
        }
        return bySource;
    }
}
