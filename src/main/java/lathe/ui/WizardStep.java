package lathe.ui;

import java.util.List;

/**
 * The one table of the window's steps: each has a package {@code ui.step.<word>} with {@code <Name>Controller} and
 * {@code <Name>ViewModel}, a screen {@code fxml/<word>/<Name>.fxml}, and the keys of the recipe that it edits.
 */
public enum WizardStep {
    CORPUS("corpus", "Corpus", "fth-file-text", "corpus", "split"),
    CLEAN("clean", "Clean", "fth-filter", "clean"),
    TOKENIZER("tokenizer", "Tokenizer", "fth-scissors", "tokenizer"),
    MIX("mix", "Mix", "fth-pie-chart", "mix"),
    MODEL("model", "Model", "fth-layers", "model", "train"),
    TRAIN("train", "Train", "fth-activity"),
    COMPARE("compare", "Compare", "fth-columns", "evaluate"),
    EXPORT("export", "Export", "fth-package", "export");

    private final String word;
    private final String part;
    private final String icon;
    private final List<String> keys;

    WizardStep(String word, String part, String icon, String... keys) {
        this.word = word;
        this.part = part;
        this.icon = icon;
        this.keys = List.of(keys);
    }

    /** Its name in folders, packages and texts. */
    public String word() {
        return word;
    }

    /** Its icon. */
    public String icon() {
        return icon;
    }

    /** The keys of the recipe that it edits. */
    public List<String> keys() {
        return keys;
    }

    /** Its screen on the class path. */
    public String fxml() {
        return "/fxml/" + word + "/" + part + ".fxml";
    }

    /** The class behind its screen. */
    public String controller() {
        return "lathe.ui.step." + word + "." + part + "Controller";
    }

    /** The class that holds what it shows. */
    public String viewModel() {
        return "lathe.ui.step." + word + "." + part + "ViewModel";
    }
}
