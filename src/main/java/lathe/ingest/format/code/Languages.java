package lathe.ingest.format.code;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Programming languages by file name, under the names of GitHub's linguist. Where several languages share an ending,
 * the table has the most frequent one.
 */
public final class Languages {
    private static final Map<String, String> BY_NAME = read();

    private Languages() {}

    private static Map<String, String> read() {
        Properties table = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Languages.class.getResourceAsStream("/ingest/languages.properties")),
                StandardCharsets.UTF_8)) {
            table.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> byName = new HashMap<>();
        for (String language : table.stringPropertyNames()) {
            for (String name : table.getProperty(language).trim().split("\\s+", -1)) {
                byName.put(name.toLowerCase(Locale.ROOT), language.replace('_', ' '));
            }
        }
        return byName;
    }

    /** The language of a file, or null if its name tells none. */
    public static @Nullable String of(String file) {
        String name = name(file);
        String whole = BY_NAME.get(name);
        int dot = name.lastIndexOf('.');
        return whole != null || dot < 0 ? whole : BY_NAME.get(name.substring(dot));
    }

    /** Whether a file's whole name tells its language, whatever its ending tells: {@code CMakeLists.txt}. */
    public static boolean isWholeName(String file) {
        String name = name(file);
        return !name.startsWith(".") && BY_NAME.containsKey(name);
    }

    private static String name(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
    }
}
