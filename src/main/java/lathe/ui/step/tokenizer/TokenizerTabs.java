package lathe.ui.step.tokenizer;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import lathe.ui.PaneContext;
import lathe.ui.open.OpenTokenizer;
import lathe.ui.step.tokenizer.attempt.TryTab;
import lathe.ui.step.tokenizer.attempt.TryViewModel;
import lathe.ui.step.tokenizer.compare.CompareTab;
import lathe.ui.step.tokenizer.compare.CompareViewModel;
import lathe.ui.step.tokenizer.vocabulary.VocabularyTab;
import lathe.ui.step.tokenizer.vocabulary.VocabularyViewModel;
import lathe.ui.step.tokenizer.worth.WorthTab;
import lathe.ui.step.tokenizer.worth.WorthViewModel;

/** Gives each tab its view of the open tokenizer; the text to try is one for all. */
final class TokenizerTabs {
    private final OpenTokenizer open;
    private final PaneContext context;
    private final StringProperty text = new SimpleStringProperty("");

    TokenizerTabs(OpenTokenizer open, PaneContext context) {
        this.open = open;
        this.context = context;
    }

    void watch(TryTab attempt) {
        attempt.watch(new TryViewModel(open, context.tasks(), text), context.texts());
    }

    void watch(VocabularyTab vocabulary) {
        vocabulary.watch(new VocabularyViewModel(open, context.tasks()), context.texts());
    }

    void watch(WorthTab worth) {
        worth.watch(new WorthViewModel(open, context), context.texts());
    }

    void watch(CompareTab compare) {
        compare.watch(new CompareViewModel(open, text, context.tasks()), context.texts(), () -> context.dialogs()
                .folder(context.texts().get("tokenizer.compare.choose")));
    }
}
