package lathe.ui.step.tokenizer;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import lathe.recipe.RecipeException;
import lathe.recipe.TokenizerSettings;
import lathe.ui.PaneContext;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.JobBar;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Segments;
import lathe.ui.kit.Texts;
import lathe.ui.kit.TokenFlow;
import lathe.ui.kit.form.SettingsForm;
import org.jspecify.annotations.Nullable;

/** Binds {@code fxml/tokenizer/Tokenizer.fxml} to {@link TokenizerViewModel}. */
public final class TokenizerController {
    @FXML
    private Button train;

    @FXML
    private JobBar bar;

    @FXML
    private Segments kind;

    @FXML
    private VBox form;

    @FXML
    private Label stale;

    @FXML
    private EmptyState empty;

    @FXML
    private VBox tryBox;

    @FXML
    private CutFigures figures;

    @FXML
    private TextArea text;

    @FXML
    private TokenFlow tokens;

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
        kind.fill(List.of(texts.get("tokenizer.kind.train"), texts.get("tokenizer.kind.from")));
        kind.onChoose(this::choose);
        figures.name(texts);
        text.setText(texts.get("tokenizer.try.example"));
        model.textProperty().bind(text.textProperty());
        Nodes.showWhile(stale, model.staleProperty());
        Nodes.showWhile(tryBox, model.cutProperty().isNotNull());
        Nodes.showWhile(empty, model.cutProperty().isNull());
        model.cutProperty().addListener((property, before, now) -> show(now));
        model.job().stateProperty().addListener((property, before, now) -> showTrain());
        context.editor().recipeProperty().addListener((property, before, now) -> {
            if (before.tokenizer().getClass() != now.tokenizer().getClass()) {
                showForm();
            }
        });
        showForm();
        showTrain();
        model.open();
    }

    private void choose(int index) {
        try {
            model.setFromFolder(index == 1);
        } catch (RecipeException e) {
            throw new IllegalStateException("both kinds have defaults", e);
        }
    }

    private void showForm() {
        boolean from = model.isFromFolder();
        kind.select(from ? 1 : 0);
        Class<?> section = from ? TokenizerSettings.From.class : TokenizerSettings.Train.class;
        form.getChildren().setAll(new SettingsForm(section, "tokenizer", context.editor(), context.texts()));
        showTrain();
    }

    private void showTrain() {
        train.setDisable(model.job().state().isActive() || model.isFromFolder());
    }

    private void show(@Nullable Cut cut) {
        if (cut != null) {
            tokens.show(cut.text(), cut.tokens());
            figures.show(cut);
        }
    }

    @FXML
    private void train() {
        model.train();
    }
}
