package lathe.ui.step.clean.rule;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.kit.rows.SearchField;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every rule there is, in groups, each with a line on what it is for; typing narrows the list. */
public final class RuleMenu extends VBox {
    private final SearchField search = new SearchField();
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private Consumer<Boolean> showOpen = open -> {};

    public RuleMenu() {
        getStyleClass().add("rule-menu");
        list.getStyleClass().add("rule-menu-list");
        search.setId("rule-search");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("pane-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(search, scroll);
    }

    /**
     * Offers the rules in the place of something else, at the press of a button that also closes it again.
     *
     * @param hidden is not seen while the menu is open
     * @param chosen is told the name of the one that somebody wants
     */
    public void openInPlaceOf(Node hidden, Button button, Texts texts, Consumer<String> chosen) {
        showOpen = open -> {
            Nodes.show(this, open);
            Nodes.show(hidden, !open);
            button.setText(texts.get(open ? "clean.menu.close" : "clean.add"));
            button.setGraphic(new FontIcon(open ? "fth-x" : "fth-plus"));
        };
        fill(texts, label -> {
            showOpen.accept(false);
            chosen.accept(label);
        });
        showOpen.accept(false);
    }

    private void fill(Texts texts, Consumer<String> chosen) {
        search.setPromptText(texts.get("clean.menu.search"));
        search.textProperty().addListener((property, before, now) -> show(now, texts, chosen));
        search.setOnAction(event -> first());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                showOpen.accept(false);
                event.consume();
            }
        });
        show("", texts, chosen);
    }

    /** Opens it anew, with the caret where words are typed, or closes it. */
    public void toggle() {
        boolean open = !isVisible();
        showOpen.accept(open);
        if (open) {
            search.clear();
            scroll.setVvalue(0);
            search.requestFocus();
        }
    }

    /** Enter takes the first that is left. */
    private void first() {
        for (Node node : list.getChildren()) {
            if (node instanceof RuleMenuItem item) {
                item.fire();
                return;
            }
        }
    }

    private void show(String sought, Texts texts, Consumer<String> chosen) {
        list.getChildren().clear();
        for (RuleGroup group : RuleGroup.values()) {
            Label title = Nodes.label(texts.get("clean.group." + group.word()), "rule-menu-group");
            title.setGraphic(new FontIcon(group.icon()));
            list.getChildren().add(title);
            int empty = list.getChildren().size();
            for (String label : group.labels()) {
                if (matches(label, sought, texts)) {
                    list.getChildren().add(new RuleMenuItem(label, texts, chosen));
                }
            }
            if (list.getChildren().size() == empty) {
                list.getChildren().remove(title);
            }
        }
        if (list.getChildren().isEmpty()) {
            list.getChildren().add(Nodes.wrapped(texts.get("clean.menu.none", sought), "faint"));
        }
    }

    private static boolean matches(String label, String sought, Texts texts) {
        String all = label + " " + texts.get("rule." + label) + " " + texts.get("rule." + label + ".help");
        return all.toLowerCase(Locale.ROOT).contains(sought.strip().toLowerCase(Locale.ROOT));
    }
}
