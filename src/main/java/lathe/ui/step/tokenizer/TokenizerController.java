package lathe.ui.step.tokenizer;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lathe.recipe.RecipeException;
import lathe.run.Event;
import lathe.ui.PaneContext;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.JobBar;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Segments;
import lathe.ui.kit.Texts;
import lathe.ui.kit.form.SettingsForm;
import lathe.ui.step.tokenizer.attempt.TryTab;
import lathe.ui.step.tokenizer.compare.CompareTab;
import lathe.ui.step.tokenizer.vocabulary.VocabularyTab;
import lathe.ui.step.tokenizer.worth.WorthTab;

/** Binds {@code fxml/tokenizer/Tokenizer.fxml} to {@link TokenizerViewModel} and the view-models of its tabs. */
public final class TokenizerController {
    private static final List<TokenizerViewModel.Kind> KINDS = List.of(TokenizerViewModel.Kind.values());

    @FXML
    private Button train;

    @FXML
    private JobBar bar;

    @FXML
    private FailureCard problem;

    @FXML
    private LearnedStrip learned;

    @FXML
    private Segments kind;

    @FXML
    private VBox form;

    @FXML
    private Label stale;

    @FXML
    private TryTab attempt;

    @FXML
    private VocabularyTab vocabulary;

    @FXML
    private WorthTab worth;

    @FXML
    private CompareTab compare;

    private final PaneContext context;
    private final TokenizerViewModel model;

    public TokenizerController(PaneContext context) {
        this.context = context;
        model = new TokenizerViewModel(context);
    }

    @FXML
    private void initialize() {
        Texts texts = context.texts();
        bar.watch(model.job(), texts);
        learned.watch(model.job(), texts);
        kind.fill(KINDS.stream().map(each -> texts.get(each.text())).toList());
        kind.onChoose(index -> choose(KINDS.get(index)));
        Nodes.showWhile(stale, model.staleProperty());
        problem.hide();
        TokenizerTabs tabs = new TokenizerTabs(model.tokenizer(), context);
        tabs.watch(attempt);
        tabs.watch(vocabulary);
        tabs.watch(worth);
        tabs.watch(compare);
        model.tokenizer()
                .problemProperty()
                .addListener((property, before, now) ->
                        problem.showOrHide(now == null ? null : Event.Failed.of(now), texts));
        model.job().stateProperty().addListener((property, before, now) -> showTrain());
        context.editor().recipeProperty().addListener((property, before, now) -> {
            if (before.tokenizer().getClass() != now.tokenizer().getClass()) {
                showForm();
            }
        });
        showForm();
        model.open();
    }

    private void choose(TokenizerViewModel.Kind chosen) {
        try {
            model.setKind(chosen);
        } catch (RecipeException e) {
            throw new IllegalStateException("all kinds have defaults", e);
        }
    }

    private void showForm() {
        kind.select(KINDS.indexOf(model.kind()));
        form.getChildren()
                .setAll(new SettingsForm(model.kind().section(), "tokenizer", context.editor(), context.texts()));
        showTrain();
    }

    private void showTrain() {
        train.setDisable(model.job().state().isActive());
    }

    @FXML
    private void train() {
        model.train();
    }
}
