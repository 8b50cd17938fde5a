package lathe.ui.step.corpus.source;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lathe.data.browse.SourceSummary;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;

/** A source as a card: its name, where it lies, what it was recognised as, and what came of it. */
public final class SourceCell extends ListCell<SourceRow> {
    private static final double WIDTH = 248;

    private final Texts texts;
    private final SourceActions actions;

    public SourceCell(Texts texts, SourceActions actions) {
        this.texts = texts;
        this.actions = actions;
        setPrefWidth(WIDTH);
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && getItem() != null) {
                startRename();
            }
        });
    }

    @Override
    protected void updateItem(SourceRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        setAccessibleText(row.source().source() + ", " + row.source().path() + ", " + outcome(row));
        setGraphic(card(row, Nodes.label(row.source().source(), "field-label")));
    }

    /** Lets the user type another name; Enter takes it, Escape does not. */
    public void startRename() {
        SourceRow row = getItem();
        TextField name = new TextField(row.source().source());
        name.getStyleClass().add("rename-field");
        name.setId("rename");
        name.setOnAction(event -> actions.rename(getIndex(), name.getText().strip()));
        name.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                updateItem(row, false);
                event.consume();
            }
        });
        name.focusedProperty().addListener((property, before, focused) -> {
            if (!focused && row.equals(getItem())) {
                updateItem(row, false);
            }
        });
        setGraphic(card(row, name));
        name.requestFocus();
        name.selectAll();
    }

    private VBox card(SourceRow row, Region name) {
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(name, state(row));
        if (row.state() == SourceState.CHANGED) {
            head.getChildren().add(Nodes.iconButton("fth-refresh-cw", texts.get("corpus.again"), actions::importAgain));
        }
        head.getChildren()
                .addAll(
                        Nodes.iconButton("fth-edit-2", texts.get("corpus.rename"), this::startRename),
                        Nodes.iconButton("fth-x", texts.get("corpus.remove"), () -> actions.remove(getIndex())));
        head.getStyleClass().add("source-head");
        Label path = Nodes.label(row.source().path(), "faint");
        path.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
        path.setTooltip(new Tooltip(row.source().path()));
        VBox card = new VBox(head, path, foot(row));
        card.getStyleClass().add("source-card");
        return card;
    }

    private HBox foot(SourceRow row) {
        HBox foot = new HBox();
        foot.getStyleClass().add("source-foot");
        if (!row.preset().isEmpty()) {
            foot.getChildren().add(chip(texts.orElse("preset." + row.preset(), row.preset())));
        }
        if (!row.format().isEmpty()) {
            foot.getChildren().add(chip(texts.orElse("format." + row.format(), row.format())));
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label outcome = Nodes.label(outcome(row), "faint");
        outcome.setMinWidth(USE_PREF_SIZE);
        foot.getChildren().addAll(gap, outcome);
        return foot;
    }

    private static Label chip(String words) {
        return Nodes.label(words, "chip", "chip-small");
    }

    /** Records after an import, the size on the disk before. */
    private String outcome(SourceRow row) {
        SourceSummary imported = row.imported();
        if (imported != null) {
            return texts.get("corpus.card.records", Numbers.compact((double) imported.records()), imported.records());
        }
        SourceLook look = row.look();
        return look == null || !look.exists() ? "" : Numbers.bytes(look.bytes());
    }

    private Label state(SourceRow row) {
        String word = row.state().name().toLowerCase(Locale.ROOT);
        Label state = Nodes.label(texts.orElse("corpus.state." + word, ""), "chip", "chip-small", "state-" + word);
        state.setMinWidth(USE_PREF_SIZE);
        Nodes.show(state, row.state() == SourceState.CHANGED || row.state() == SourceState.MISSING);
        return state;
    }
}
