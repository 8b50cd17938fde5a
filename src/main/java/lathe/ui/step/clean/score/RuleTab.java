package lathe.ui.step.clean.score;

import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lathe.recipe.Rule;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.RecipeEditor;
import lathe.ui.kit.Texts;
import lathe.ui.kit.form.SettingsForm;
import lathe.ui.step.clean.trial.Trial;
import org.jspecify.annotations.Nullable;

/** The chosen rule: what it is for, what it does to the sample, its score with bounds to drag, its settings. */
public final class RuleTab extends VBox {
    private final Label name = Nodes.label("", "card-title");
    private final Label help = Nodes.wrapped("", "card-note");
    private final FlowPane facts = new FlowPane();
    private final ScoreCard score = new ScoreCard();
    private final VBox form = new VBox();
    private final VBox settings = new VBox(form);
    private final VBox cards = new VBox();

    public RuleTab() {
        getStyleClass().add("tab-body");
        facts.getStyleClass().add("facts");
        facts.setId("rule-facts");
        settings.getStyleClass().add("card");
        VBox head = new VBox(name, help, facts);
        head.getStyleClass().add("rule-title");
        cards.getStyleClass().add("cards");
        cards.getChildren().addAll(head, score, settings);
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("pane-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
    }

    /**
     * Shows the rule of a view-model from now on.
     *
     * @param open is told which record somebody wants to see whole
     */
    public void watch(ScoreViewModel model, RecipeEditor editor, Texts texts, IntConsumer open) {
        score.watch(model, texts, open);
        model.placeProperty().addListener((property, before, now) -> show(model, editor, texts));
        editor.recipeProperty().addListener((property, before, now) -> show(model, editor, texts));
        model.trialChanges(trial -> showFacts(trial, model.placeProperty().get(), texts));
        show(model, editor, texts);
    }

    private void show(ScoreViewModel model, RecipeEditor editor, Texts texts) {
        int place = model.placeProperty().get();
        boolean any = place >= 0 && place < editor.recipe().clean().size();
        Nodes.show(cards, any);
        if (!any) {
            form.getChildren().clear();
            form.setUserData(null);
            return;
        }
        Rule rule = editor.recipe().clean().get(place);
        name.setText(texts.get("rule." + rule.label()));
        help.setText(texts.get("rule." + rule.label() + ".help"));
        // the form stays while its rule is edited, so that the caret does
        String shown = place + " " + rule.label();
        if (!shown.equals(form.getUserData())) {
            form.setUserData(shown);
            form.getChildren().setAll(new SettingsForm(rule.getClass(), "clean." + place, editor, texts));
        }
        showFacts(model.trial(), place, texts);
    }

    private void showFacts(@Nullable Trial trial, int place, Texts texts) {
        facts.getChildren().clear();
        if (trial == null || place < 0 || place >= trial.rules().size()) {
            return;
        }
        if (!(trial.rules().get(place) instanceof Rule.Edit)) {
            fact(texts.get("clean.taken", trial.impact().taken(place)), "chip-failed");
            fact(texts.get("clean.alone", trial.impact().alone(place)), "chip");
        }
        if (trial.rules().get(place) instanceof Rule.Filter) {
            fact(texts.get("clean.against", trial.impact().against(place)), "chip");
        }
    }

    private void fact(String words, String style) {
        facts.getChildren().add(Nodes.label(words, "chip", "chip-small", style));
    }
}
