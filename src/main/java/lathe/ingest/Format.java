package lathe.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lathe.recipe.Nearest;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** How a file is cut into items. */
enum Format {
    TXT,
    LINES,
    PARAGRAPHS,
    JSONL,
    JSON;

    static final String AUTO = "auto";

    private static final Map<String, Format> BY_EXTENSION =
            Map.of("txt", TXT, "text", TXT, "md", TXT, "jsonl", JSONL, "ndjson", JSONL, "json", JSON);

    /** As recipes and the console call it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of that name, or null for auto. */
    static @Nullable Format named(String name) throws Failure {
        if (name.equals(AUTO)) {
            return null;
        }
        for (Format format : values()) {
            if (format.label().equals(name)) {
                return format;
            }
        }
        List<String> known = Arrays.stream(values()).map(Format::label).toList();
        throw Failure.badInput("No such format: " + name, "format", Nearest.hint(name, known), "or leave it at auto");
    }

    /** The format that a file's name tells, or null. */
    static @Nullable Format of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return BY_EXTENSION.get(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Endings that are understood without being told the format. */
    static List<String> knownExtensions() {
        return BY_EXTENSION.keySet().stream()
                .sorted()
                .map(extension -> "." + extension)
                .toList();
    }

    ItemReader open(InputStream in) throws IOException {
        return switch (this) {
            case TXT -> new WholeTextReader(in);
            case LINES -> new LinesReader(new LineReader(in));
            case PARAGRAPHS -> new ParagraphsReader(new LineReader(in));
            case JSONL -> new JsonLinesReader(new LineReader(in));
            case JSON -> new JsonReader(in);
        };
    }
}
