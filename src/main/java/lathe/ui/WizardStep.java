package lathe.ui;

import java.util.List;

/**
 * The one table of the window's steps: each has a package {@code ui.step.<word>} with {@code <Name>Controller} and
 * {@code <Name>ViewModel}, a screen {@code fxml/<word>/<Name>.fxml}, and the keys of the recipe that it edits.
 */
public enum WizardStep {
    CORPUS("corpus", "Corpus", "fth-file-text"),
    CLEAN("clean", "Clean", "fth-filter"),
    TOKENIZER("tokenizer", "Tokenizer", "fth-scissors"),
    MIX("mix", "Mix", "fth-pie-chart"),
    MODEL("model", "Model", "fth-layers"),
    TRAIN("train", "Train", "fth-activity"),
    COMPARE("compare", "Compare", "fth-columns"),
    EXPORT("export", "Export", "fth-package");

    private final String word;
    private final String part;
    private final String icon;

    WizardStep(String word, String part, String icon) {
        this.word = word;
        this.part = part;
        this.icon = icon;
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
        return switch (this) {
            case CORPUS -> List.of("corpus", "split");
            case CLEAN -> List.of("clean");
            case TOKENIZER -> List.of("tokenizer");
            case MIX -> List.of("mix");
            case MODEL -> List.of("model", "train");
            case TRAIN -> List.of();
            case COMPARE -> List.of("evaluate");
            case EXPORT -> List.of("export");
        };
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
