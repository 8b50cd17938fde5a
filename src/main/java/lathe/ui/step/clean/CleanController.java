package lathe.ui.step.clean;

import java.util.Locale;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import lathe.clean.CleanPreview;
import lathe.clean.Decision;
import lathe.ui.PaneContext;
import lathe.ui.kit.EmptyState;
import lathe.ui.kit.FailureCard;
import lathe.ui.kit.JobBar;
import lathe.ui.kit.LedgerView;
import lathe.ui.kit.Nodes;
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
    private Label countsTitle;

    @FXML
    private Label busy;

    @FXML
    private Label stale;

    @FXML
    private EmptyState empty;

    @FXML
    private FailureCard problem;

    @FXML
    private VBox sample;

    @FXML
    private LedgerView counts;

    @FXML
    private TableView<Decision> records;

    @FXML
    private VBox record;

    @FXML
    private VBox ledgerCard;

    @FXML
    private Label ledgerStale;

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
        RuleKinds.all().forEach(label -> add.getItems().add(item(label)));
        Nodes.showWhile(busy, model.busyProperty());
        rules.setItems(model.rows());
        rules.setCellFactory(list -> new RuleCell(texts, model));
        DecisionTable.prepare(records, texts);
        rules.getSelectionModel().selectedIndexProperty().addListener((property, before, now) -> {
            if (now.intValue() >= 0) {
                model.selectedProperty().set(now.intValue());
            }
        });
        records.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> DecisionDetail.fill(record, now, texts));
        model.selectedProperty().addListener((property, before, now) -> showForm());
        model.rows().addListener((javafx.beans.Observable changed) -> showForm());
        model.previewProperty().addListener((property, before, now) -> show(now));
        model.importedProperty().addListener((property, before, now) -> showImported());
        model.problemProperty().addListener((property, before, now) -> problem.showOrHide(now, texts));
        model.cleanedProperty().addListener((property, before, now) -> show(now));
        model.job().stateProperty().addListener((property, before, now) -> showImported());
        model.open();
        show(model.previewProperty().get());
        show(model.cleanedProperty().get());
        showImported();
        showForm();
    }

    private MenuItem item(String label) {
        MenuItem item = new MenuItem(texts.get("rule." + label));
        item.setOnAction(event -> model.add(label));
        return item;
    }

    private void showForm() {
        int place = model.place();
        form.getChildren().clear();
        if (place >= 0) {
            rules.getSelectionModel().select(model.selectedProperty().get());
            Class<?> section = context.editor().recipe().clean().get(place).getClass();
            form.getChildren().add(new SettingsForm(section, "clean." + place, context.editor(), texts));
        }
    }

    private void showImported() {
        var imported = model.importedProperty().get();
        Nodes.show(empty, imported == null);
        Nodes.show(stale, imported != null && !imported.current());
        start.setDisable(model.job().state().isActive()
                || context.editor().recipe().corpus().isEmpty());
    }

    private void show(@Nullable CleanPreview preview) {
        Nodes.show(sample, preview != null);
        int size = preview == null ? 0 : preview.decisions().size();
        countsTitle.setText(texts.get("clean.sample", size));
        if (preview != null) {
            counts.show(texts.get("clean.kept"), preview.kept(), preview.dropped(), this::ruleName);
            records.getItems().setAll(preview.decisions());
        }
    }

    private void show(CleanViewModel.@Nullable Cleaned cleaned) {
        Nodes.show(ledgerCard, cleaned != null);
        if (cleaned != null) {
            Map<String, Long> dropped = cleaned.ledger().dropped();
            ledger.show(texts.get("clean.kept"), cleaned.ledger().kept(), dropped, this::ruleName);
            Nodes.show(ledgerStale, !cleaned.current());
        }
    }

    private String ruleName(String label) {
        return texts.orElse("rule." + label.toLowerCase(Locale.ROOT), label);
    }

    @FXML
    private void start() {
        model.start();
    }

    @FXML
    private void importFirst() {
        model.importFirst();
    }
}
