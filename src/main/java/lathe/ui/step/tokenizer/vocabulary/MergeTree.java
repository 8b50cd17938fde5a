package lathe.ui.step.tokenizer.vocabulary;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.tokenize.quality.Ancestry;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/** How a token was merged: it stands above the two that it was made of, and so on down to the bytes. */
final class MergeTree extends VBox {
    private static final int DEEPEST = 12;
    private static final double HEIGHT = 190;

    private final Label title = Nodes.label("", "card-note");
    private final ScrollPane scroll = new ScrollPane();

    MergeTree() {
        setId("merge-tree");
        getStyleClass().add("merge-tree");
        scroll.getStyleClass().add("pane-scroll");
        scroll.setPrefHeight(HEIGHT);
        scroll.setMinHeight(0);
        getChildren().addAll(title, scroll);
    }

    /** Shows the tree of a token; nothing for one that was not merged. */
    void show(@Nullable TokenRow token, VocabularyViewModel.@Nullable Vocabulary vocabulary, Texts texts) {
        Optional<Ancestry.Merged> merged = token == null || vocabulary == null
                ? Optional.empty()
                : vocabulary.ancestry().of(token.piece());
        Nodes.show(this, token != null);
        Nodes.show(scroll, merged.isPresent());
        if (token != null) {
            title.setText(merged.map(merge -> texts.get("tokenizer.merge.rank", merge.rank() + 1))
                    .orElse(texts.get("tokenizer.merge.none")));
        }
        if (token != null && vocabulary != null && merged.isPresent()) {
            scroll.setContent(node(token.piece(), vocabulary, 0));
        }
    }

    private static VBox node(String piece, VocabularyViewModel.Vocabulary vocabulary, int depth) {
        Label label = Nodes.label(vocabulary.text(piece), "token", "token-" + depth % 5);
        VBox node = new VBox(4, label);
        node.getStyleClass().add("merge-node");
        Optional<Ancestry.Merged> merged =
                depth < DEEPEST ? vocabulary.ancestry().of(piece) : Optional.empty();
        merged.ifPresent(merge -> {
            label.setTooltip(new Tooltip("#" + (merge.rank() + 1)));
            HBox parts =
                    new HBox(6, node(merge.left(), vocabulary, depth + 1), node(merge.right(), vocabulary, depth + 1));
            node.getChildren().add(parts);
        });
        return node;
    }
}
