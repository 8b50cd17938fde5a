package lathe.ui.step.corpus;

import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import lathe.ui.PaneContext;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;
import lathe.ui.step.corpus.overview.OverviewTab;
import lathe.ui.step.corpus.overview.OverviewViewModel;
import lathe.ui.step.corpus.preview.PreviewTab;
import lathe.ui.step.corpus.preview.PreviewViewModel;
import lathe.ui.step.corpus.records.RecordsTab;
import lathe.ui.step.corpus.records.RecordsViewModel;
import lathe.ui.step.corpus.rejected.RejectedTab;
import lathe.ui.step.corpus.source.OpenCorpus;
import org.jspecify.annotations.Nullable;

/** Gives each tab what it shows: the chosen source, or the corpus that was imported. */
final class CorpusTabs {
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final CorpusViewModel model;
    private final PaneContext context;
    private final Texts texts;
    private final PreviewViewModel looking;
    private final RecordsViewModel searching;
    private final OverviewViewModel summing;

    CorpusTabs(CorpusViewModel model, PaneContext context) {
        this.model = model;
        this.context = context;
        texts = context.texts();
        looking = new PreviewViewModel(context);
        searching = new RecordsViewModel(context.tasks(), looking::template);
        summing = new OverviewViewModel(context.tasks());
    }

    void watch(PreviewTab preview, RecordsTab records, OverviewTab overview, RejectedTab rejected) {
        preview.watch(looking, texts);
        records.watch(searching, texts, context.tasks(), model::start);
        overview.watch(summing, texts, context.editor(), model::start);
        rejected.prepare(texts, context.tasks());
        model.selectedProperty().addListener((property, before, now) -> looking.look(now.intValue()));
        context.editor().recipeProperty().addListener((property, before, now) -> looking.look(selected()));
        model.corpusProperty().addListener((property, before, now) -> {
            searching.show(now);
            summing.show(now);
            if (!OpenCorpus.isSame(before, now)) {
                rejected.show(now, texts);
            }
        });
    }

    private int selected() {
        return model.selectedProperty().get();
    }

    /** Says in the tabs how much there is to see; languages are looked for when somebody wants to know. */
    void count(TabPane tabs, Tab records, Tab overview, Tab rejected) {
        model.corpusProperty().addListener((property, before, now) -> {
            records.setText(
                    counted("corpus.tab.records", now == null ? 0 : now.table().size()));
            rejected.setText(counted("corpus.tab.rejected", rejects(now)));
        });
        tabs.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now == overview) {
                summing.look();
            }
        });
    }

    private static int rejects(@Nullable OpenCorpus corpus) {
        return corpus == null ? 0 : corpus.rejected().size();
    }

    private String counted(String key, int count) {
        String name = texts.bundle().getString(key);
        return count == 0 ? name : name + "  " + Numbers.compact(count);
    }

    /** Ctrl+F goes to the search; a window that comes to the front looks at the disk again. */
    void listen(Region root, TabPane tabs, Tab tab) {
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (FIND.match(event)) {
                tabs.getSelectionModel().select(tab);
                ((RecordsTab) tab.getContent()).focusSearch();
                event.consume();
            }
        });
        javafx.beans.value.ChangeListener<Boolean> focused = (property, before, now) -> {
            if (now) {
                lookAgain();
            }
        };
        root.sceneProperty().flatMap(scene -> scene.windowProperty()).addListener((property, before, now) -> {
            follow(before, now, focused);
        });
    }

    private void follow(
            @Nullable Window before, @Nullable Window now, javafx.beans.value.ChangeListener<Boolean> focused) {
        if (before != null) {
            before.focusedProperty().removeListener(focused);
        }
        if (now != null) {
            now.focusedProperty().addListener(focused);
            lookAgain();
        }
    }

    private void lookAgain() {
        model.lookAgain();
        looking.look(selected());
    }
}
