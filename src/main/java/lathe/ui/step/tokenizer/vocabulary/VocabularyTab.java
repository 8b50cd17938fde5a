package lathe.ui.step.tokenizer.vocabulary;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.kit.rows.SearchField;
import org.jspecify.annotations.Nullable;

/** The table of all tokens, and the tree of merges of the chosen one. */
public final class VocabularyTab extends VBox {
    private final EmptyState empty = new EmptyState();
    private final SearchField search = new SearchField();
    private final Label count = Nodes.label("", "quiet");
    private final TableView<TokenRow> table = new TableView<>();
    private final ObservableList<TokenRow> rows = FXCollections.observableArrayList();
    private final FilteredList<TokenRow> found = new FilteredList<>(rows);
    private final MergeTree tree = new MergeTree();
    private final VBox body = new VBox(8);

    public VocabularyTab() {
        getStyleClass().add("tab-body");
        search.setId("vocabulary-search");
        table.setId("vocabulary-table");
        HBox bar = new HBox(8, search, count);
        bar.getStyleClass().add("row");
        HBox.setHgrow(search, Priority.ALWAYS);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.getChildren().addAll(bar, table, tree);
        getChildren().addAll(empty, body);
    }

    /** Shows a view-model from now on. */
    public void watch(VocabularyViewModel model, Texts texts) {
        empty.setIcon("fth-list");
        empty.setTitle(texts.get("tokenizer.empty.title"));
        empty.setText(texts.get("tokenizer.vocabulary.empty"));
        search.setPromptText(texts.get("tokenizer.vocabulary.search"));
        columns(texts);
        SortedList<TokenRow> sorted = new SortedList<>(found);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        search.textProperty().addListener((property, before, now) -> filter(texts));
        model.vocabularyProperty().addListener((property, before, now) -> show(now, texts));
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            VocabularyViewModel.Vocabulary all = model.vocabularyProperty().get();
            tree.show(now, all, texts);
        });
        show(model.vocabularyProperty().get(), texts);
    }

    private void columns(Texts texts) {
        TableColumn<TokenRow, Integer> id = column(texts.get("tokenizer.column.id"), TokenRow::id, 84);
        TableColumn<TokenRow, String> text = column(texts.get("tokenizer.column.text"), TokenRow::visible, 200);
        TableColumn<TokenRow, String> piece = column(texts.get("tokenizer.column.piece"), TokenRow::piece, 160);
        TableColumn<TokenRow, Integer> bytes = column(texts.get("tokenizer.column.bytes"), TokenRow::bytes, 76);
        TableColumn<TokenRow, String> kind =
                column(texts.get("tokenizer.column.kind"), row -> texts.get("tokenizer.kind-of." + row.kind()), 130);
        List.of(id, bytes).forEach(number -> {
            number.getStyleClass().add("number-cell");
            number.setMinWidth(number.getPrefWidth());
        });
        text.setComparator(Comparator.naturalOrder());
        table.getColumns().setAll(List.of(id, text, piece, bytes, kind));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(Nodes.label(texts.get("tokenizer.vocabulary.none"), "quiet"));
    }

    private static <T> TableColumn<TokenRow, T> column(String title, Function<TokenRow, T> value, double width) {
        TableColumn<TokenRow, T> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    private void show(VocabularyViewModel.@Nullable Vocabulary vocabulary, Texts texts) {
        Nodes.show(empty, vocabulary == null);
        Nodes.show(body, vocabulary != null);
        if (vocabulary == null) {
            return;
        }
        rows.setAll(vocabulary.tokens());
        filter(texts);
        tree.show(null, vocabulary, texts);
    }

    private void filter(Texts texts) {
        String word = search.getText();
        found.setPredicate(word.isEmpty() ? row -> true : row -> row.matches(word));
        count.setText(texts.get("tokenizer.vocabulary.count", found.size()));
    }
}
