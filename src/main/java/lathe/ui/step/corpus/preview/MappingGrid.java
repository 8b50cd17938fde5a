package lathe.ui.step.corpus.preview;

import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Segments;
import lathe.ui.kit.Texts;

/** Which column fills which field of a record. */
final class MappingGrid extends VBox {
    private static final double COLUMN_WIDTH = 150;
    private static final List<Mapping> KINDS = List.of(Mapping.values());

    private final PreviewViewModel model;
    private final Texts texts;
    private final Segments kinds = new Segments();
    private final FlowPane fields = new FlowPane();
    private boolean showing;

    MappingGrid(PreviewViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("mapping");
        fields.getStyleClass().add("mapping-fields");
        kinds.fill(KINDS.stream()
                .map(kind -> texts.orElse("mapping." + kind.word(), kind.word()))
                .toList());
        kinds.onChoose(chosen -> model.setMap(KINDS.get(chosen).begin(model.columns())));
        HBox head = new HBox(Nodes.label(texts.get("mapping.title"), "quiet"), kinds);
        head.getStyleClass().add("row");
        getChildren().addAll(head, fields);
    }

    void show(Map<String, String> map) {
        Nodes.show(this, !map.isEmpty());
        if (map.isEmpty()) {
            return;
        }
        showing = true;
        Mapping kind = Mapping.of(map);
        kinds.select(KINDS.indexOf(kind));
        List<String> columns = model.columns();
        fields.getChildren()
                .setAll(kind.fields().stream()
                        .map(field -> field(kind, field, Mapping.column(map, field), columns))
                        .toList());
        showing = false;
    }

    private HBox field(Mapping kind, String field, String chosen, List<String> columns) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("map-" + field);
        if (!kind.isRequired(field)) {
            box.getItems().add("");
        }
        box.getItems().addAll(columns);
        box.setConverter(Corrections.converter(name -> name.isEmpty() ? texts.get("mapping.none") : name));
        box.setValue(chosen);
        box.setPrefWidth(COLUMN_WIDTH);
        box.valueProperty().addListener((property, before, column) -> {
            if (!showing) {
                model.setColumn(field, column);
            }
        });
        Label name =
                Nodes.label(texts.orElse("field." + field, field), kind.isRequired(field) ? "field-label" : "quiet");
        name.setMinWidth(USE_PREF_SIZE);
        name.setLabelFor(box);
        HBox pair = new HBox(name, Nodes.label("←", "faint"), box);
        pair.getStyleClass().add("row");
        return pair;
    }
}
