package lathe.ingest.container;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** What the names of entries say. No file is ever written by such a name; a hostile one is refused all the same. */
final class EntryNames {
    private static final Charset WESTERN = Charset.forName("IBM437"); // what a zip without any mark is in
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    private EntryNames() {}

    /** The name of a zip's entry: UTF-8 if it says so or is so, else as Chinese or western programs write it. */
    static String of(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        if (raw == null || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME) {
            return entry.getName();
        }
        if (Utf8.isValid(raw, 0, raw.length)) {
            return new String(raw, StandardCharsets.UTF_8);
        }
        Charset chinese = Chinese.charset(raw, 0, raw.length);
        return new String(raw, chinese == null ? WESTERN : chinese);
    }

    /** With {@code /} between its parts, and without the {@code ./} that tar likes to begin with. */
    static String normal(String name) {
        String slashes = name.replace('\\', '/');
        return slashes.startsWith("./") ? slashes.substring(2) : slashes;
    }

    /** Whether a normal name points out of the archive. */
    static boolean isHostile(String name) {
        return name.startsWith("/")
                || name.indexOf('\0') >= 0
                || DRIVE.matcher(name).matches()
                || List.of(name.split("/", -1)).contains("..");
    }

    /** Whether any part of a normal name is hidden, or a file manager's own. */
    static boolean isHidden(String name) {
        for (String part : name.split("/", -1)) {
            if (part.equals("__MACOSX") || (part.startsWith(".") && !part.equals(".") && !part.equals(".."))) {
                return true;
            }
        }
        return false;
    }
}
