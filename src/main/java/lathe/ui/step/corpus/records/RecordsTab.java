package lathe.ui.step.corpus.records;

import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lathe.data.browse.RecordRow;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.kit.rows.SearchField;
import lathe.ui.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/** All records, to be searched, filtered and sorted; the chosen one whole beside or below them. */
public final class RecordsTab extends VBox {
    private static final double BESIDE_FROM = 1080;
    private static final double TABLE_SHARE = 0.6;

    private final SearchField search = new SearchField();
    private final Label result = Nodes.label("", "quiet");
    private final FailureCard problem = new FailureCard();
    private final TableView<RecordRow> table = new TableView<>();
    private final RecordDetail detail = new RecordDetail();
    private final SplitPane split = new SplitPane(table, detail);
    private final EmptyState empty = new EmptyState();

    public RecordsTab() {
        getStyleClass().add("tab-body");
        table.setId("records-table");
        result.setId("records-result");
        result.setMinWidth(USE_PREF_SIZE);
        search.setId("records-search");
        HBox.setHgrow(search, Priority.ALWAYS);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(TABLE_SHARE);
        split.getStyleClass().add("records-split");
        VBox.setVgrow(split, Priority.ALWAYS);
        widthProperty()
                .addListener((property, before, now) -> split.setOrientation(
                        now.doubleValue() >= BESIDE_FROM ? Orientation.HORIZONTAL : Orientation.VERTICAL));
    }

    /** Shows the records of a view-model from now on. */
    public void watch(RecordsViewModel model, Texts texts, TaskRunner tasks, Runnable importNow) {
        search.setPromptText(texts.get("records.search"));
        search.setAccessibleText(texts.get("records.search"));
        search.textProperty().bindBidirectional(model.textProperty());
        HBox head = new HBox(search, result);
        head.getStyleClass().add("row");
        FilterBar filters = new FilterBar(model, texts);
        RecordColumns columns = new RecordColumns(table, texts);
        columns.prepare(model);
        table.setPlaceholder(Nodes.label(texts.get("records.nothing"), "quiet"));
        table.setAccessibleText(texts.get("corpus.tab.records"));
        empty.setIcon("fth-database");
        empty.setTitle(texts.get("records.empty.title"));
        empty.setText(texts.get("records.empty.text"));
        empty.setAction(texts.get("corpus.import"));
        empty.setOnAction(event -> importNow.run());
        getChildren().setAll(empty, head, filters, problem, split);
        detail.watch(table, model, texts, tasks);
        model.foundProperty().addListener((property, before, now) -> show(now, columns, texts));
        model.problemProperty().addListener((property, before, now) -> problem.showOrHide(now, texts));
        model.corpusProperty().addListener((property, before, now) -> showEmpty(now == null));
        showEmpty(model.corpusProperty().get() == null);
        show(model.foundProperty().get(), columns, texts);
    }

    /** Goes to the search field. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** The field that is searched with. */
    TextField search() {
        return search;
    }

    private void showEmpty(boolean isEmpty) {
        getChildren().forEach(child -> Nodes.show(child, isEmpty == (child == empty)));
        if (!isEmpty) {
            problem.hide();
        }
    }

    private void show(RecordsViewModel.@Nullable Found found, RecordColumns columns, Texts texts) {
        if (found == null) {
            columns.show(FXCollections.emptyObservableList());
            return;
        }
        columns.show(found.rows());
        if (!found.rows().isEmpty()) {
            table.getSelectionModel().clearAndSelect(0);
            table.scrollTo(0);
        }
        result.setText(
                texts.get("records.result", found.rows().size(), found.table().size(), found.millis()));
    }
}
