package lathe.ui.step.clean;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.VBox;
import lathe.ui.PaneContext;
import lathe.ui.kit.JobBar;
import lathe.ui.kit.LedgerView;
import lathe.ui.kit.ResultCard;
import lathe.ui.kit.Texts;
import lathe.ui.kit.form.SettingsForm;
import org.jspecify.annotations.Nullable;

/** Binds {@code fxml/clean/Clean.fxml} to {@link CleanViewModel}. */
public final class CleanController {
    @FXML
    private Button start;

    @FXML
    private JobBar bar;

    @FXML
    private MenuButton add;

    @FXML
    private ListView<RuleRow> rules;

    @FXML
    private VBox form;

    @FXML
    private SampleCard sample;

    @FXML
    private SampleRecords records;

    @FXML
    private ResultCard ledgerCard;

    @FXML
    private LedgerView ledger;

    private final PaneContext context;
    private final Texts texts;
    private final CleanViewModel model;

    public CleanController(PaneContext context) {
        this.context = context;
        texts = context.texts();
        model = new CleanViewModel(context);
    }

    @FXML
    private void initialize() {
        bar.watch(model.job(), texts);
        sample.watch(model, texts);
        records.watch(model, texts);
        RuleKinds.fill(add, texts, model::add);
        rules.setItems(model.rows());
        rules.setCellFactory(list -> new RuleCell(texts, model));
        rules.getSelectionModel().selectedIndexProperty().addListener((property, before, now) -> {
            if (now.intValue() >= 0) {
                model.selectedProperty().set(now.intValue());
            }
        });
        model.selectedProperty().addListener((property, before, now) -> showForm());
        model.rows().addListener((javafx.beans.Observable changed) -> showForm());
        model.cleanedProperty().addListener((property, before, now) -> show(now));
        model.job().stateProperty().addListener((property, before, now) -> showStart());
        context.editor().recipeProperty().addListener((property, before, now) -> showStart());
        model.open();
        show(model.cleanedProperty().get());
        showStart();
        showForm();
    }

    /** The form stays while its rule is edited, so that the caret does. */
    private void showForm() {
        int place = model.place();
        if (place < 0) {
            form.getChildren().clear();
            form.setUserData(null);
            return;
        }
        rules.getSelectionModel().select(model.selectedProperty().get());
        Class<?> section = context.editor().recipe().clean().get(place).getClass();
        String shown = place + " " + section.getName();
        if (!shown.equals(form.getUserData())) {
            form.setUserData(shown);
            form.getChildren().setAll(new SettingsForm(section, "clean." + place, context.editor(), texts));
        }
    }

    private void showStart() {
        start.setDisable(model.job().state().isActive()
                || context.editor().recipe().corpus().isEmpty());
    }

    private void show(CleanViewModel.@Nullable Cleaned cleaned) {
        ledgerCard.show(cleaned != null, cleaned != null && !cleaned.current());
        if (cleaned != null) {
            ledger.show(
                    texts.get("clean.kept"),
                    cleaned.ledger().kept(),
                    cleaned.ledger().dropped(),
                    rule -> texts.orElse("rule." + rule, rule));
        }
    }

    @FXML
    private void start() {
        model.start();
    }
}
