package lathe.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lathe.ui.kit.FileDialogs;

/** Answers every question about files with what a test put there. */
final class NoDialogs implements FileDialogs {
    List<Path> files = List.of();
    Optional<Path> folder = Optional.empty();

    @Override
    public List<Path> open(String title, Kind kind) {
        return files;
    }

    @Override
    public Optional<Path> folder(String title) {
        return folder;
    }

    @Override
    public Optional<Path> save(String title, String name, Kind kind) {
        return files.stream().findFirst();
    }
}
