package lathe.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lathe.ingest.container.Input;
import lathe.ingest.format.parquet.ParquetBatches;
import lathe.ingest.item.BatchReader;
import lathe.ingest.item.ItemBatches;
import lathe.recipe.Nearest;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** How a file is cut into items. */
public enum Format {
    TXT,
    LINES,
    PARAGRAPHS,
    JSONL,
    JSON,
    PARQUET;

    private static final String AUTO = "auto";

    private static final Map<String, Format> BY_EXTENSION = Map.of(
            "txt", TXT, "text", TXT, "md", TXT, "jsonl", JSONL, "ndjson", JSONL, "json", JSON, "parquet", PARQUET);

    /** As recipes and the console call it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of that name, or null for auto. */
    public static @Nullable Format named(String name) throws Failure {
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
    public static @Nullable Format of(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return BY_EXTENSION.get(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Endings that are understood without being told the format. */
    public static List<String> knownExtensions() {
        return BY_EXTENSION.keySet().stream()
                .sorted()
                .map(extension -> "." + extension)
                .toList();
    }

    /** Begins to read. Closing the reader closes the input's stream. */
    public BatchReader open(Input input) throws IOException {
        InputStream in = this == PARQUET ? InputStream.nullInputStream() : input.open();
        return switch (this) {
            case TXT -> new ItemBatches(new WholeTextReader(in), in);
            case LINES -> new LineBatches(in, TextLines::parse);
            case PARAGRAPHS -> new ItemBatches(new ParagraphsReader(new LineReader(in)), in);
            case JSONL -> new LineBatches(in, JsonLines::parse);
            case JSON -> new ItemBatches(new JsonReader(in), in);
            case PARQUET -> ParquetBatches.open(input.onDisk());
        };
    }
}
