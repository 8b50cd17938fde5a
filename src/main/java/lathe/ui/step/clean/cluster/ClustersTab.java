package lathe.ui.step.clean.cluster;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.step.clean.trial.Trial;
import org.jspecify.annotations.Nullable;

/** Clusters of duplicates, the largest first; of the chosen one two records side by side. */
public final class ClustersTab extends VBox {
    private static final int EXCERPT = 80;
    private static final double LIST_HEIGHT = 168;

    private final Label count = Nodes.label("", "quiet");
    private final ListView<Cluster> list = new ListView<>();
    private final EmptyState empty = new EmptyState();
    private final Label which = Nodes.label("", "quiet");
    private final VBox left = new VBox();
    private final VBox right = new VBox();
    private final HBox steps = new HBox();
    private final VBox pairBox = new VBox();

    public ClustersTab() {
        getStyleClass().add("tab-body");
        list.setId("clusters");
        list.getStyleClass().add("cluster-list");
        list.setMinHeight(LIST_HEIGHT);
        list.setPrefHeight(LIST_HEIGHT);
        steps.getStyleClass().add("row");
        for (VBox side : List.of(left, right)) {
            side.getStyleClass().add("pair-side");
            side.setMinWidth(0);
            side.setPrefWidth(0);
            HBox.setHgrow(side, Priority.ALWAYS);
        }
        HBox sides = new HBox(left, right);
        sides.setId("pair");
        sides.getStyleClass().add("pair");
        ScrollPane scroll = new ScrollPane(sides);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("pane-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        pairBox.getStyleClass().add("record-detail");
        pairBox.getChildren().addAll(steps, scroll);
        VBox.setVgrow(pairBox, Priority.ALWAYS);
        getChildren().addAll(empty, count, list, pairBox);
    }

    /** Shows the clusters from now on. */
    public void watch(ClustersViewModel model, Texts texts) {
        empty.setIcon("fth-copy");
        empty.setTitle(texts.get("clean.clusters.empty.title"));
        empty.setText(texts.get("clean.clusters.empty.text"));
        steps.getChildren()
                .setAll(
                        Nodes.iconButton("fth-chevron-left", texts.get("clean.clusters.before"), () -> step(model, -1)),
                        which,
                        Nodes.iconButton("fth-chevron-right", texts.get("clean.clusters.next"), () -> step(model, 1)));
        list.setCellFactory(made -> new ClusterCell(model, texts));
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.compare(now, 0);
            }
        });
        model.foundProperty().addListener((property, before, now) -> show(now, model, texts));
        model.pairProperty().addListener((property, before, now) -> show(now, texts));
        show(model.foundProperty().get(), model, texts);
        show(model.pairProperty().get(), texts);
    }

    private static void step(ClustersViewModel model, int by) {
        ClustersViewModel.Pair pair = model.pairProperty().get();
        if (pair != null) {
            int size = pair.cluster().others().size();
            model.compare(pair.cluster(), Math.floorMod(pair.index() + by, size));
        }
    }

    private void show(ClustersViewModel.@Nullable Found found, ClustersViewModel model, Texts texts) {
        boolean any = found != null && !found.clusters().isEmpty();
        Nodes.show(empty, !any);
        Nodes.show(list, any);
        Nodes.show(count, any);
        if (!any || found == null) {
            list.getItems().clear();
            model.compareNone();
            return;
        }
        long records = found.clusters().stream()
                .mapToLong(cluster -> cluster.records().size())
                .sum();
        count.setText(texts.get("clean.clusters.count", found.clusters().size(), records));
        Cluster before = list.getSelectionModel().getSelectedItem();
        if (!found.clusters().equals(list.getItems())) {
            list.setItems(FXCollections.observableList(found.clusters()));
            int again = before == null ? -1 : found.clusters().indexOf(before);
            list.getSelectionModel().clearAndSelect(Math.max(0, again));
        }
    }

    private void show(ClustersViewModel.@Nullable Pair pair, Texts texts) {
        Nodes.show(pairBox, pair != null);
        if (pair != null) {
            which.setText(texts.get(
                    "clean.clusters.which",
                    pair.index() + 1,
                    pair.cluster().others().size()));
            boolean stays = pair.cluster().survivor() >= 0;
            String first = texts.get(stays ? "clean.clusters.stays" : "clean.clusters.first");
            fill(left, first + "  " + pair.first().id(), stays ? "chip-done" : "chip", pair.left());
            fill(right, pair.other().id(), "chip", pair.right());
        }
    }

    private static void fill(VBox side, String title, String style, List<WordDiff.Run> runs) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("diff");
        for (WordDiff.Run run : runs) {
            Text text = new Text(run.words());
            text.getStyleClass().add(run.same() ? "text-plain" : "diff-other");
            flow.getChildren().add(text);
        }
        side.getChildren().setAll(Nodes.label(title, "chip", "chip-small", style), flow);
    }

    /** A cluster in the list: how many records, by which rule, and how it begins. */
    private static final class ClusterCell extends ListCell<Cluster> {
        private final ClustersViewModel model;
        private final Texts texts;

        ClusterCell(ClustersViewModel model, Texts texts) {
            this.model = model;
            this.texts = texts;
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Cluster cluster, boolean empty) {
            super.updateItem(cluster, empty);
            ClustersViewModel.Found found = model.foundProperty().get();
            if (empty || cluster == null || found == null) {
                setGraphic(null);
                return;
            }
            Trial trial = found.trial();
            String text = trial.sample().document(cluster.first()).content();
            String start = text.substring(0, Math.min(EXCERPT, text.length())).replaceAll("\\s+", " ");
            String rule = trial.rules().get(cluster.place()).label();
            Label size = Nodes.label("× " + cluster.records().size(), "cluster-size");
            size.setMinWidth(USE_PREF_SIZE);
            Label name = Nodes.label(texts.get("rule." + rule), "chip", "chip-small");
            name.setMinWidth(USE_PREF_SIZE);
            Label words = Nodes.label(start);
            words.setMinWidth(0);
            HBox row = new HBox(size, name, words);
            row.getStyleClass().add("row");
            setGraphic(row);
        }
    }
}
