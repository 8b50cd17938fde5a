package lathe.ingest;

import lathe.ingest.container.Input;
import lathe.ingest.folder.FileSearch;
import lathe.ingest.format.Format;
import org.jspecify.annotations.Nullable;

/** How a file is read: as the source says, as its name tells, or as its beginning shows. */
final class FormatChoice {
    private FormatChoice() {}

    /** The format, or null where nothing tells. */
    static @Nullable Format of(SourceFile file, Input input) {
        if (file.format() != null) {
            return file.format();
        }
        Format told = Format.of(input.name());
        return told == null && mayBeSniffed(file, input.name()) ? Format.sniff(input.head()) : told;
    }

    /**
     * A file that the user names is wanted, whatever it is called, and so is one without an ending, as
     * {@code part-00000}. Others lie about in folders and archives: programs, pictures, caches.
     */
    private static boolean mayBeSniffed(SourceFile file, String name) {
        boolean hasEnding = name.substring(name.lastIndexOf('/') + 1).indexOf('.') >= 0;
        boolean named = !FileSearch.isFolder(file.source().path()) && !name.contains("!/");
        return named || !hasEnding;
    }
}
