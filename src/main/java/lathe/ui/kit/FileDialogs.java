package lathe.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks the user for files; an interface because a headless display has no such dialog. */
public interface FileDialogs {

    /** What a dialog lists: a name and patterns such as {@code *.yaml}. */
    record Kind(String name, List<String> patterns) {}

    /** Files to read; empty when the user thinks better of it. */
    List<Path> open(String title, Kind kind);

    /** A folder. */
    Optional<Path> folder(String title);

    /** A file to write. */
    Optional<Path> save(String title, String name, Kind kind);
}
