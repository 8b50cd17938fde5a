package lathe.ui.step.tokenizer.worth;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lathe.run.Event;
import lathe.tokenize.quality.Mismatch;
import lathe.tokenize.quality.TokenUse;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.Figure;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The tokenizer's worth: figures, languages and sources, the curve of sizes, what does not come back, what is unused.
 */
public final class WorthTab extends VBox {
    private static final double SPINNER = 16;
    private static final int MISMATCHES = 12;
    private static final int RARE = 5;

    private final EmptyState empty = new EmptyState();
    private final Button again = new Button();
    private final ProgressIndicator spinner = new ProgressIndicator();
    private final FailureCard problem = new FailureCard();
    private final FlowPane figures = new FlowPane(28, 8);
    private final SliceTable languages = new SliceTable();
    private final SliceTable sources = new SliceTable();
    private final CurvePlot curve = new CurvePlot();
    private final FlowPane unused = new FlowPane(4, 4);
    private final FlowPane unreachable = new FlowPane(4, 4);
    private final FlowPane longest = new FlowPane(4, 4);
    private final VBox back = new VBox(4);
    private final VBox body = new VBox();
    private final ScrollPane scroll = new ScrollPane(body);
    private final HBox bar = new HBox(8, again, spinner);

    public WorthTab() {
        getStyleClass().add("tab-body");
        spinner.setMaxSize(SPINNER, SPINNER);
        again.getStyleClass().add("small");
        again.setId("measure-again");
        figures.setId("worth-figures");
        body.getStyleClass().add("cards");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("pane-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        bar.getStyleClass().add("row");
        getChildren().addAll(problem, empty, bar, scroll);
    }

    /** Shows a view-model from now on. */
    public void watch(WorthViewModel model, Texts texts) {
        empty.setIcon("fth-bar-chart-2");
        empty.setTitle(texts.get("tokenizer.worth.empty.title"));
        empty.setText(texts.get("tokenizer.worth.empty.text", Worth.RECORDS));
        empty.setAction(texts.get("tokenizer.worth.measure"));
        empty.setOnAction(event -> model.measure());
        again.setText(texts.get("tokenizer.worth.again"));
        again.setOnAction(event -> model.measure());
        again.disableProperty().bind(model.busyProperty());
        spinner.visibleProperty().bind(model.busyProperty());
        Nodes.showWhile(bar, model.busyProperty().or(scroll.visibleProperty()));
        Nodes.showWhile(again, scroll.visibleProperty());
        empty.disableProperty()
                .bind(model.busyProperty().or(model.tokenizerProperty().isNull()));
        body.getChildren()
                .setAll(
                        card("", figures),
                        card(texts.get("tokenizer.worth.languages"), languages),
                        card(texts.get("tokenizer.worth.sources"), sources),
                        card(texts.get("tokenizer.worth.curve"), curve),
                        card(texts.get("tokenizer.worth.back"), back),
                        card(texts.get("tokenizer.worth.longest"), longest),
                        card(texts.get("tokenizer.worth.unused"), unused),
                        card(texts.get("tokenizer.worth.unreachable"), unreachable));
        model.problemProperty()
                .addListener((property, before, now) ->
                        problem.showOrHide(now == null ? null : Event.Failed.of(now), texts));
        model.worthProperty().addListener((property, before, now) -> show(now, texts));
        problem.showOrHide(null, texts);
        show(model.worthProperty().get(), texts);
    }

    private static VBox card(String title, javafx.scene.Node content) {
        VBox card = title.isEmpty() ? new VBox(content) : new VBox(Nodes.label(title, "card-title"), content);
        card.getStyleClass().add("card");
        return card;
    }

    private void show(@Nullable Worth worth, Texts texts) {
        Nodes.show(empty, worth == null);
        Nodes.show(scroll, worth != null);
        if (worth == null) {
            return;
        }
        TokenUse use = worth.quality().use();
        figures.getChildren()
                .setAll(List.of(
                        figure(
                                texts,
                                "bytes-per-token",
                                two(worth.quality().total().bytesPerToken())),
                        figure(
                                texts,
                                "tokens-per-word",
                                two(worth.quality().total().tokensPerWord())),
                        figure(texts, "renyi", three(use.renyiEfficiency())),
                        figure(texts, "unused", Numbers.whole(use.below(1).count())),
                        figure(texts, "rare", Numbers.whole(use.below(RARE).count())),
                        figure(
                                texts,
                                "unreachable",
                                Numbers.whole(worth.vocabulary().unreachable().size()))));
        languages.show(texts.get("tokenizer.worth.language"), worth.quality().byLanguage(), texts);
        sources.show(texts.get("tokenizer.worth.source"), worth.quality().bySource(), texts);
        curve.show(worth.curve());
        showBack(worth, texts);
        fill(longest, worth.longest(), texts);
        fill(unused, worth.rare(), texts);
        fill(unreachable, worth.unreachable(), texts);
    }

    private static void fill(FlowPane flow, List<Worth.Named> tokens, Texts texts) {
        flow.getChildren()
                .setAll(
                        tokens.isEmpty()
                                ? List.of(Nodes.label(texts.get("tokenizer.worth.none"), "quiet"))
                                : tokens.stream().map(WorthTab::chip).toList());
    }

    private static Label chip(Worth.Named token) {
        Label chip = Nodes.label(token.text(), "token", "token-0");
        chip.setTooltip(new Tooltip(String.valueOf(token.id())));
        return chip;
    }

    private void showBack(Worth worth, Texts texts) {
        long lost = worth.quality().mismatched();
        Label said = Nodes.wrapped(
                lost == 0
                        ? texts.get(
                                "tokenizer.worth.back.all",
                                worth.quality().total().records())
                        : texts.get("tokenizer.worth.back.lost", lost),
                lost == 0 ? "good" : "bad");
        back.getChildren().setAll(said);
        back.getChildren()
                .addAll(worth.quality().mismatches().stream()
                        .limit(MISMATCHES)
                        .map(mismatch -> Nodes.wrapped(line(mismatch, texts), "quiet"))
                        .collect(Collectors.toList()));
    }

    private static String line(Mismatch mismatch, Texts texts) {
        return texts.get("tokenizer.worth.back.line", mismatch.id(), mismatch.at(), mismatch.text(), mismatch.back());
    }

    private static Figure figure(Texts texts, String name, String value) {
        Figure figure = new Figure(texts.get("tokenizer.figure." + name));
        figure.set(value);
        return figure;
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
