package lathe.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lathe.pipeline.RecipeFile;
import lathe.pipeline.SampleProject;
import lathe.recipe.Recipe;
import lathe.run.Failure;
import lathe.ui.kit.FileDialogs;
import lathe.ui.kit.Texts;

/** Opens and saves projects, and tells of what goes wrong with that. */
final class ProjectFiles {
    private static final List<String> YAML = List.of("*.yaml", "*.yml");

    private final Workbench workbench;
    private final UserSettings settings;
    private final FileDialogs dialogs;
    private final Texts texts;
    private final Consumer<Failure> problems;

    ProjectFiles(PaneContext context, UserSettings settings, Consumer<Failure> problems) {
        workbench = context.workbench();
        dialogs = context.dialogs();
        texts = context.texts();
        this.settings = settings;
        this.problems = problems;
    }

    /** Asks for a recipe and opens it. */
    void askAndOpen() {
        dialogs.open(texts.get("app.open"), kind()).stream().findFirst().ifPresent(this::open);
    }

    /** Opens a recipe. */
    void open(Path file) {
        attempt(() -> {
            Recipe recipe = RecipeFile.read(file, Map.of());
            workbench.open(file, recipe);
            settings.setLastRecipe(file);
        });
    }

    /** Opens the sample, from the folder of the project or unpacked into the user's own. */
    void openSample() {
        attempt(() -> open(SampleProject.copyTo(Path.of(System.getProperty("user.home"), "Lathe", "sample-data"))));
    }

    /** Saves where the recipe lies, or asks where. */
    void save() {
        if (workbench.isOpen()) {
            attempt(workbench::save);
        } else {
            String name = workbench.recipe().name() + ".yaml";
            dialogs.save(texts.get("app.saveAs"), name, kind())
                    .ifPresent(file -> attempt(() -> workbench.saveAs(file)));
        }
    }

    private FileDialogs.Kind kind() {
        return new FileDialogs.Kind(texts.get("app.recipes"), YAML);
    }

    /** Something that touches files. */
    @FunctionalInterface
    private interface Attempt {
        void run() throws IOException, Failure;
    }

    private void attempt(Attempt work) {
        try {
            work.run();
        } catch (Failure e) {
            problems.accept(e);
        } catch (IOException e) {
            problems.accept(Failure.of(e, ""));
        }
    }
}
