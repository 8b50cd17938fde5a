package lathe.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import lathe.pipeline.RecipeFile;
import lathe.run.Failure;
import lathe.ui.task.TaskRunner;

/** A window on a small project in a temporary folder. */
final class PaneFixture implements AutoCloseable {
    static final String RECIPE =
            """
            lathe: 1
            name: small
            corpus:
              - {path: web.jsonl, source: web}
              - {path: chat.jsonl, source: chat, preset: alpaca}
            clean:
              - {rule: text-length, min: 12}
              - {rule: exact-duplicates}
            mix: {weights: {web: 3, chat: 1}}
            model: {new: llama, hidden-size: 64, layers: 2, heads: 4}
            train:
              - {task: pretrain, sources: [web], steps: 20, learning-rate: 1e-3}
              - {task: sft, method: lora, sources: [chat], lora: {r: 4}}
            evaluate: {prompts: [Hello, 你好]}
            export: [adapter]
            """;

    private final TaskRunner tasks = new TaskRunner();
    private final Workbench workbench = new Workbench(tasks, "cpu");
    private final Preferences store = Preferences.userRoot().node("lathe-test-" + UUID.randomUUID());
    private final UserSettings settings = new UserSettings(store);
    private final NoDialogs dialogs = new NoDialogs();
    private final Path folder;

    PaneFixture(Path folder) throws IOException {
        this.folder = folder;
        settings.setLanguage(Locale.ENGLISH);
        Files.writeString(folder.resolve("small.yaml"), RECIPE);
        Files.writeString(
                folder.resolve("web.jsonl"),
                """
                {"id": "1", "text": "A lathe turns raw wood into something useful."}
                {"id": "2", "text": "Too short."}
                {"id": "3", "text": "A lathe turns raw wood into something useful."}
                this line is no JSON
                """);
        Files.writeString(
                folder.resolve("chat.jsonl"),
                """
                {"instruction": "What does a lathe do?", "input": "", "output": "It turns wood or metal."}
                """);
    }

    Workbench workbench() {
        return workbench;
    }

    NoDialogs dialogs() {
        return dialogs;
    }

    Path folder() {
        return folder;
    }

    UserSettings settings() {
        return settings;
    }

    TaskRunner tasks() {
        return tasks;
    }

    /** Opens the project. */
    void open() throws IOException, Failure {
        Path recipe = folder.resolve("small.yaml");
        workbench.open(recipe, RecipeFile.read(recipe, Map.of()));
    }

    /** Shows the window. */
    Scene show(Stage stage) {
        Scene scene = new Scene(new Pane(), 1280, 800);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        new WindowFrame(scene, workbench, tasks, settings, dialogs).show();
        return scene;
    }

    @Override
    public void close() throws BackingStoreException {
        tasks.close();
        store.removeNode();
    }
}
