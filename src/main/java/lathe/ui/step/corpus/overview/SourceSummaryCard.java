package lathe.ui.step.corpus.overview;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lathe.data.browse.SourceSummary;
import lathe.ui.kit.Figure;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;

/** A source in figures, with its writing, its languages and its lengths. */
final class SourceSummaryCard extends VBox {
    private final SourceSummary summary;
    private final ShareBar languages = new ShareBar();
    private final Label languagesNote = Nodes.label("", "faint");

    SourceSummaryCard(SourceSummary summary, Texts texts) {
        this.summary = summary;
        getStyleClass().add("card");
        VBox shares = new VBox(
                Nodes.label(texts.get("overview.scripts"), "field-label"),
                scripts(texts),
                Nodes.label(texts.get("overview.languages"), "field-label"),
                languages,
                languagesNote);
        shares.getStyleClass().add("shares");
        VBox lengths = new VBox(
                Nodes.label(texts.get("overview.lengths"), "field-label"),
                new LengthHistogram(summary.lengths(), texts));
        lengths.getStyleClass().add("shares");
        for (Region half : new Region[] {shares, lengths}) {
            half.setPrefWidth(100);
            half.setMinWidth(0);
            HBox.setHgrow(half, Priority.ALWAYS);
        }
        HBox halves = new HBox(shares, lengths);
        halves.getStyleClass().add("halves");
        getChildren().addAll(head(texts), figures(texts), halves);
        languagesNote.setText(texts.get("overview.detecting"));
        Nodes.show(languages, false);
    }

    boolean shows(SourceSummary other) {
        return summary.equals(other);
    }

    void showLanguages(Map<String, Integer> counts, Texts texts) {
        Map<String, Long> named = new LinkedHashMap<>();
        counts.forEach((code, count) -> named.put(name(code, texts), (long) count));
        Nodes.show(languages, !named.isEmpty());
        languages.show(named, texts.get("overview.other"));
        int sample = counts.values().stream().mapToInt(Integer::intValue).sum();
        languagesNote.setText(texts.get("overview.sample", sample));
    }

    /** A language as the reader calls it. */
    private static String name(String code, Texts texts) {
        if (code.equals("und")) {
            return texts.get("overview.unknown");
        }
        return Locale.forLanguageTag(code).getDisplayLanguage(texts.locale());
    }

    private HBox head(Texts texts) {
        HBox head = new HBox(Nodes.label(summary.source(), "card-title"));
        summary.presets().stream()
                .map(preset -> Nodes.label(texts.orElse("preset." + preset, preset), "chip"))
                .forEach(head.getChildren()::add);
        head.getStyleClass().add("row");
        return head;
    }

    private HBox figures(Texts texts) {
        HBox figures = new HBox(
                figure(texts.get("overview.records"), Numbers.compact((double) summary.records())),
                figure(texts.get("overview.characters"), Numbers.compact((double) summary.characters())),
                figure(texts.get("overview.mean"), Numbers.compact(Math.rint(summary.meanCharacters()))),
                figure(texts.get("overview.size"), Numbers.bytes(summary.bytes())),
                figure(texts.get("overview.files"), Numbers.compact((double) summary.files())),
                figure(texts.get("overview.rejected"), Numbers.compact((double) summary.rejected())));
        figures.getStyleClass().add("figures");
        return figures;
    }

    private static Figure figure(String name, String value) {
        Figure figure = new Figure(name);
        figure.set(value);
        return figure;
    }

    private ShareBar scripts(Texts texts) {
        Map<String, Long> named = new LinkedHashMap<>();
        summary.scripts().entrySet().stream()
                .sorted((one, other) -> Long.compare(other.getValue(), one.getValue()))
                .forEach(entry -> named.put(
                        texts.orElse("script." + entry.getKey(), entry.getKey().name()), entry.getValue()));
        ShareBar bar = new ShareBar();
        bar.show(named, texts.get("overview.other"));
        return bar;
    }
}
