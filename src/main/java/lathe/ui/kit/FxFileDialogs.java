package lathe.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's own file dialogs, over the window that asks. */
public final class FxFileDialogs implements FileDialogs {
    private final Supplier<Window> owner;
    private @Nullable File last;

    public FxFileDialogs(Supplier<Window> owner) {
        this.owner = owner;
    }

    @Override
    public List<Path> open(String title, Kind kind) {
        List<File> chosen = chooser(title, kind).showOpenMultipleDialog(owner.get());
        return chosen == null ? List.of() : chosen.stream().map(this::remember).toList();
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (last != null) {
            chooser.setInitialDirectory(last);
        }
        return Optional.ofNullable(chooser.showDialog(owner.get())).map(this::remember);
    }

    @Override
    public Optional<Path> save(String title, String name, Kind kind) {
        FileChooser chooser = chooser(title, kind);
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(this::remember);
    }

    private FileChooser chooser(String title, Kind kind) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.name(), kind.patterns()));
        if (last != null) {
            chooser.setInitialDirectory(last);
        }
        return chooser;
    }

    private Path remember(File chosen) {
        last = chosen.isDirectory() ? chosen : chosen.getParentFile();
        return chosen.toPath();
    }
}
