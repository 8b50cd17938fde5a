package lathe.ui.step.corpus.rejected;

import java.util.LinkedHashSet;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lathe.data.Rejected;
import lathe.data.browse.RejectedTable;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.kit.rows.Chips;
import lathe.ui.kit.rows.LazyRows;
import lathe.ui.step.corpus.place.Place;
import lathe.ui.step.corpus.place.PlaceWindow;
import lathe.ui.step.corpus.source.OpenCorpus;
import lathe.ui.task.TaskRunner;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Everything that could not be read, by reason. */
public final class RejectedTab extends VBox {
    private static final double ROW_HEIGHT = 38;

    private final ListView<RejectedRow> list = new ListView<>();
    private final Label result = Nodes.label("", "quiet");
    private final HBox head = new HBox();
    private final EmptyState empty = new EmptyState();
    private Set<String> chosen = Set.of();

    public RejectedTab() {
        getStyleClass().add("tab-body");
        list.getStyleClass().add("plain-list");
        list.setId("rejected-list");
        list.setFixedCellSize(ROW_HEIGHT);
        VBox.setVgrow(list, Priority.ALWAYS);
        head.getStyleClass().add("row");
        result.setId("rejected-result");
        getChildren().addAll(empty, head, list);
    }

    /** Makes it ready to show; without a corpus it says what would be here. */
    public void prepare(Texts texts, TaskRunner tasks) {
        list.setCellFactory(made -> new RejectedCell(texts));
        list.setAccessibleText(texts.get("corpus.tab.rejected"));
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open(texts, tasks);
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(texts, tasks);
            }
        });
        Button open = new Button(texts.get("place.open"), new FontIcon("fth-external-link"));
        open.setId("open-rejected");
        open.setOnAction(event -> open(texts, tasks));
        open.disableProperty()
                .bind(list.getSelectionModel().selectedItemProperty().isNull());
        Chips<String> chips = new Chips<>("reason-", reason -> texts.orElse("reason." + reason, reason));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getChildren().setAll(chips, gap, result, open);
        empty.setIcon("fth-check-circle");
        show(null, texts);
    }

    /** Shows what an import could not read. */
    public void show(@Nullable OpenCorpus corpus, Texts texts) {
        boolean none = corpus == null || corpus.rejected().size() == 0;
        getChildren().forEach(child -> Nodes.show(child, none == (child == empty)));
        empty.setTitle(texts.get(corpus == null ? "records.empty.title" : "rejected.none.title"));
        empty.setText(texts.get(corpus == null ? "rejected.empty.text" : "rejected.none.text"));
        if (corpus == null || none) {
            list.setItems(FXCollections.emptyObservableList());
            return;
        }
        RejectedTable table = corpus.rejected();
        chosen = new LinkedHashSet<>(chosen);
        chosen.retainAll(table.reasons().keySet());
        if (head.getChildren().get(0) instanceof Chips<?> shown) {
            @SuppressWarnings("unchecked")
            Chips<String> chips = (Chips<String>) shown;
            chips.show(table.reasons(), chosen, texts);
            chips.onChoose(reasons -> fill(table, reasons, texts));
        }
        fill(table, chosen, texts);
    }

    private void fill(RejectedTable table, Set<String> reasons, Texts texts) {
        chosen = reasons;
        int[] found = table.find(reasons);
        list.setItems(new LazyRows<>(
                found,
                number -> new RejectedRow(number, table.item(number)),
                RejectedRow::number,
                number -> new RejectedRow(number, new Rejected("", 0, "", "?"))));
        result.setText(texts.get("rejected.result", found.length, table.size()));
    }

    private void open(Texts texts, TaskRunner tasks) {
        RejectedRow row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            Rejected item = row.item();
            PlaceWindow.open(new Place(item.file(), item.line(), "", item.excerpt()), this, texts, tasks);
        }
    }
}
