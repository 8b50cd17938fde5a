package lathe.ui.step.corpus.records;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.kit.rows.Chips;

/** Chips for sources and writings, and a range of lengths. */
final class FilterBar extends FlowPane {
    private static final int FIELD_COLUMNS = 6;

    private final RecordsViewModel model;
    private final Texts texts;
    private final TextField fewest = field("records-fewest");
    private final TextField most = field("records-most");
    private final Hyperlink clear;
    private final HBox lengths;

    FilterBar(RecordsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("filter-bar");
        fewest.setPromptText("0");
        most.setPromptText("∞");
        fewest.setAccessibleText(texts.get("records.fewest"));
        most.setAccessibleText(texts.get("records.most"));
        lengths = new HBox(Nodes.label(texts.get("records.length"), "quiet"), fewest, Nodes.label("–", "quiet"), most);
        lengths.getStyleClass().add("row");
        clear = new Hyperlink(texts.get("records.clear"));
        clear.setOnAction(event -> {
            fewest.clear();
            most.clear();
            model.clear();
            fill();
        });
        fewest.textProperty().addListener((property, before, now) -> chooseLength());
        most.textProperty().addListener((property, before, now) -> chooseLength());
        model.corpusProperty().addListener((property, before, now) -> fill());
        model.foundProperty().addListener((property, before, now) -> Nodes.show(clear, model.isFiltered()));
        fill();
    }

    private void fill() {
        getChildren().clear();
        addChips("source-", model.sources(), model.query().sources(), name -> name, model::chooseSources);
        addChips(
                "script-",
                model.scripts(),
                model.query().scripts(),
                script -> texts.orElse("script." + script, script.name()),
                model::chooseScripts);
        getChildren().addAll(lengths, clear);
        Nodes.show(clear, model.isFiltered());
    }

    /** One kind of chip says nothing. */
    private <T> void addChips(
            String id, Map<T, Long> counts, Set<T> chosen, Function<T, String> names, Consumer<Set<T>> listener) {
        if (counts.size() > 1) {
            Chips<T> chips = new Chips<>(id, names);
            chips.show(counts, new LinkedHashSet<>(chosen), texts);
            chips.onChoose(listener);
            getChildren().add(chips);
        }
    }

    private void chooseLength() {
        model.chooseLength(number(fewest.getText(), 0), number(most.getText(), Integer.MAX_VALUE));
    }

    private static int number(String typed, int otherwise) {
        String digits = typed.replaceAll("[^0-9]", "");
        if (digits.isEmpty() || digits.length() > 9) {
            return otherwise;
        }
        return Integer.parseInt(digits);
    }

    private static TextField field(String id) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(FIELD_COLUMNS);
        field.getStyleClass().add("small-field");
        return field;
    }
}
