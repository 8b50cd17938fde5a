package lathe.ingest.format;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lathe.ingest.container.Input;
import lathe.ingest.container.TextStream;
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

    /** The format that a file's beginning shows, where its name tells nothing; null if it is no text. */
    public static @Nullable Format sniff(byte[] head) {
        return Sniffing.of(head);
    }

    /** Begins to read. Closing the reader closes the input's stream. */
    public BatchReader open(Input input) throws IOException {
        return this == PARQUET ? ParquetBatches.open(input.onDisk()) : text(TextStream.of(input.open()));
    }

    private BatchReader text(TextStream in) throws IOException {
        return switch (this) {
            case LINES -> new TextBatches(new LineBatches(in, TextLines::parse), in);
            case PARAGRAPHS -> new TextBatches(new ItemBatches(new ParagraphsReader(new LineReader(in)), in), in);
            case JSONL -> new TextBatches(new LineBatches(in, JsonLines::parse), in);
            case JSON -> new TextBatches(new ItemBatches(new JsonReader(in), in), in);
            default -> new TextBatches(new ItemBatches(new WholeTextReader(in), in), in);
        };
    }
}
