package lathe.ui.step.corpus.preview;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import lathe.recipe.CorpusSource;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Preset, format and columns of the chosen source. */
final class Corrections extends VBox {
    private final PreviewViewModel model;
    private final Texts texts;
    private final ComboBox<String> preset;
    private final ComboBox<String> format;
    private final ToggleButton byHand;
    private final MappingGrid mapping;
    private boolean showing;

    Corrections(PreviewViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("corrections");
        preset = combo(
                "preset", PreviewViewModel.presets(), model::setPreset, name -> texts.orElse("preset." + name, name));
        format = combo(
                "format", PreviewViewModel.formats(), model::setFormat, name -> texts.orElse("format." + name, name));
        byHand = new ToggleButton(texts.get("setting.corpus.map"), new FontIcon("fth-columns"));
        byHand.setId("source-map");
        byHand.setTooltip(new Tooltip(texts.get("preview.map.tip")));
        byHand.setOnAction(event -> mapByHand(byHand.isSelected()));
        mapping = new MappingGrid(model, texts);
        HBox row = new HBox(
                named(texts.get("setting.corpus.preset"), preset),
                preset,
                named(texts.get("setting.corpus.format"), format),
                format,
                byHand);
        row.getStyleClass().add("row");
        getChildren().addAll(row, mapping);
        model.sourceProperty().addListener((property, before, now) -> show(now));
        model.previewProperty()
                .addListener(
                        (property, before, now) -> show(model.sourceProperty().get()));
        show(model.sourceProperty().get());
    }

    private void show(@Nullable CorpusSource source) {
        Nodes.show(this, source != null);
        if (source == null) {
            return;
        }
        boolean mapped = !source.map().isEmpty();
        showing = true;
        preset.setValue(source.preset());
        preset.setDisable(mapped);
        format.setValue(source.format());
        byHand.setSelected(mapped);
        byHand.setDisable(!mapped && model.columns().isEmpty());
        showing = false;
        mapping.show(source.map());
    }

    private void mapByHand(boolean on) {
        List<String> columns = model.columns();
        model.setMap(on ? Mapping.suggested(columns).begin(columns) : Map.of());
    }

    private Label named(String words, ComboBox<String> control) {
        Label label = Nodes.label(words, "quiet");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(control);
        return label;
    }

    private ComboBox<String> combo(
            String id, List<String> values, Consumer<String> chosen, UnaryOperator<String> names) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("source-" + id);
        box.getItems().setAll(values);
        box.setConverter(converter(names));
        box.setTooltip(new Tooltip(texts.get("setting.corpus." + id + ".help")));
        box.valueProperty().addListener((property, before, value) -> {
            if (!showing && value != null) {
                chosen.accept(value);
            }
        });
        return box;
    }

    static StringConverter<String> converter(UnaryOperator<String> names) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable String value) {
                return value == null ? "" : names.apply(value);
            }

            @Override
            public String fromString(String words) {
                return words;
            }
        };
    }
}
