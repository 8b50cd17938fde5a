package lathe.ui.step.corpus.records;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import lathe.data.Script;
import lathe.data.browse.CorpusTable;
import lathe.data.browse.RecordQuery;
import lathe.data.browse.RecordRow;
import lathe.data.browse.SourceSummary;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.ui.kit.rows.LazyRows;
import lathe.ui.step.corpus.source.OpenCorpus;
import lathe.ui.task.LatestTask;
import lathe.ui.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/** What is looked for among the records, and what was found. */
public final class RecordsViewModel {
    private static final double SETTLE_MILLIS = 40;

    private final LatestTask<Found> searching;
    private final Supplier<String> template;
    private final ObjectProperty<@Nullable OpenCorpus> corpus = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Found> found = new SimpleObjectProperty<>();
    private final ObjectProperty<Event.@Nullable Failed> problem = new SimpleObjectProperty<>();
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private RecordQuery query = RecordQuery.ALL;

    /**
     * What a query found.
     *
     * @param rows read when they are looked at
     * @param millis from the query to the rows
     */
    public record Found(CorpusTable table, RecordQuery query, LazyRows<RecordRow> rows, long millis) {}

    /**
     * Without records yet.
     *
     * @param template names the template in which conversations are trained on
     */
    public RecordsViewModel(TaskRunner tasks, Supplier<String> template) {
        this.template = template;
        searching = new LatestTask<>(tasks, SETTLE_MILLIS);
        text.addListener((property, before, now) -> type(now));
    }

    /** Shows another corpus; the query stays, as far as it still has a meaning. */
    public void show(@Nullable OpenCorpus now) {
        boolean same = OpenCorpus.isSame(corpus.get(), now);
        corpus.set(now);
        if (now == null) {
            searching.cancel();
            found.set(null);
        } else if (!same) {
            Set<String> known = new HashSet<>(query.sources());
            known.retainAll(now.table().sources());
            query = query.withSources(known);
            searchNow();
        }
    }

    ObjectProperty<@Nullable OpenCorpus> corpusProperty() {
        return corpus;
    }

    /** What the last finished query found. */
    public ObjectProperty<@Nullable Found> foundProperty() {
        return found;
    }

    ObjectProperty<Event.@Nullable Failed> problemProperty() {
        return problem;
    }

    /** What is looked for; typing waits for a pause. */
    public StringProperty textProperty() {
        return text;
    }

    BooleanProperty busyProperty() {
        return busy;
    }

    String template() {
        return template.get();
    }

    RecordQuery query() {
        return query;
    }

    void chooseSources(Set<String> sources) {
        change(before -> before.withSources(Set.copyOf(sources)));
    }

    void chooseScripts(Set<Script> scripts) {
        change(before -> before.withScripts(Set.copyOf(scripts)));
    }

    void chooseLength(int fewest, int most) {
        change(before -> before.withLength(fewest, most));
    }

    public void sort(RecordQuery.Sort by, boolean descending) {
        change(before -> before.sortedBy(by, descending));
    }

    /** Looks for everything again; the order stays. */
    void clear() {
        RecordQuery before = query;
        query = RecordQuery.ALL.sortedBy(before.sort(), before.descending());
        text.set("");
        searchNow();
    }

    /** Whether anything is left out. */
    boolean isFiltered() {
        return !query.equals(RecordQuery.ALL.sortedBy(query.sort(), query.descending()));
    }

    /** Records by source. */
    Map<String, Long> sources() {
        Map<String, Long> counts = new LinkedHashMap<>();
        summaries().forEach(summary -> counts.put(summary.source(), summary.records()));
        return counts;
    }

    /** Records by writing, over all sources. */
    Map<Script, Long> scripts() {
        Map<Script, Long> counts = new EnumMap<>(Script.class);
        summaries().forEach(summary -> summary.scripts()
                .forEach((script, count) -> counts.merge(script, count, Long::sum)));
        return counts;
    }

    private List<SourceSummary> summaries() {
        OpenCorpus open = corpus.get();
        return open == null ? List.of() : open.summaries();
    }

    private void change(UnaryOperator<RecordQuery> edit) {
        RecordQuery changed = edit.apply(query);
        if (!changed.equals(query)) {
            query = changed;
            searchNow();
        }
    }

    private void type(String words) {
        OpenCorpus open = corpus.get();
        if (!words.equals(query.text()) && open != null) {
            query = query.withText(words);
            busy.set(true);
            searching.request(context -> search(open, query, context), this::show, this::fail);
        }
    }

    private void searchNow() {
        OpenCorpus open = corpus.get();
        if (open != null) {
            RecordQuery wanted = query;
            busy.set(true);
            searching.now(context -> search(open, wanted, context), this::show, this::fail);
        }
    }

    private static Found search(OpenCorpus open, RecordQuery query, RunContext context)
            throws RunCancelledException, IOException {
        long start = System.nanoTime();
        CorpusTable table = open.table();
        int[] records = table.find(query, context);
        LazyRows<RecordRow> rows = new LazyRows<>(records, table::row, RecordRow::record, RecordsViewModel::unreadable);
        return new Found(table, query, rows, (System.nanoTime() - start) / 1_000_000);
    }

    private static RecordRow unreadable(int record) {
        return new RecordRow(record, "", "", "?", 0, 0, Script.NONE, "", 0);
    }

    private void show(Found now) {
        busy.set(false);
        problem.set(null);
        found.set(now);
    }

    private void fail(Failure failure) {
        busy.set(false);
        problem.set(Event.Failed.of(failure));
    }
}
