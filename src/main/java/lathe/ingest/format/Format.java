package lathe.ingest.format;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lathe.ingest.container.Input;
import lathe.ingest.container.TextStream;
import lathe.ingest.format.code.Languages;
import lathe.ingest.format.code.SourceCode;
import lathe.ingest.format.document.DocumentBatches;
import lathe.ingest.format.html.HtmlText;
import lathe.ingest.format.office.DocxText;
import lathe.ingest.format.office.EpubText;
import lathe.ingest.format.parquet.ParquetBatches;
import lathe.ingest.format.pdf.PdfText;
import lathe.ingest.format.table.TableReader;
import lathe.ingest.format.web.WarcBatches;
import lathe.ingest.item.BatchReader;
import lathe.ingest.item.ItemBatches;
import lathe.ingest.item.ItemReader;
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
    CSV,
    TSV,
    PARQUET,
    HTML,
    PDF,
    DOCX,
    EPUB,
    TEX,
    CODE,
    WARC;

    private static final String AUTO = "auto";

    private static final Map<String, Format> BY_EXTENSION = Map.ofEntries(
            Map.entry("txt", TXT),
            Map.entry("text", TXT),
            Map.entry("md", TXT),
            Map.entry("jsonl", JSONL),
            Map.entry("ndjson", JSONL),
            Map.entry("json", JSON),
            Map.entry("csv", CSV),
            Map.entry("tsv", TSV),
            Map.entry("tab", TSV),
            Map.entry("parquet", PARQUET),
            Map.entry("html", HTML),
            Map.entry("htm", HTML),
            Map.entry("xhtml", HTML),
            Map.entry("pdf", PDF),
            Map.entry("docx", DOCX),
            Map.entry("epub", EPUB),
            Map.entry("tex", TEX),
            Map.entry("warc", WARC));

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
        if (Languages.isWholeName(file)) {
            return CODE;
        }
        String name = file.toLowerCase(Locale.ROOT);
        Format format = BY_EXTENSION.get(name.substring(name.lastIndexOf('.') + 1));
        return format == null && Languages.of(file) != null ? CODE : format;
    }

    /** The names of all formats, for people. */
    public static String names() {
        List<String> names = Arrays.stream(values()).map(Format::label).toList();
        return String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.get(names.size() - 1);
    }

    /** Endings that are understood without being told the format; those of source code come on top. */
    public static List<String> knownExtensions() {
        return BY_EXTENSION.keySet().stream()
                .sorted()
                .map(extension -> "." + extension)
                .toList();
    }

    /** The format that a file's beginning shows, where its name tells nothing; null if it shows none. */
    public static @Nullable Format sniff(byte[] head) {
        return Sniffing.of(head);
    }

    /** Whether each item is a text with meta, whatever the file holds. */
    public boolean givesDocuments() {
        return document("") != null || this == WARC;
    }

    /**
     * Begins to read. Closing the reader closes the input's stream.
     *
     * @param path as its records shall say where it comes from: relative to the source
     */
    public BatchReader open(Input input, String path) throws IOException {
        DocumentBatches.Kind document = document(path);
        if (this == CODE && document != null) {
            TextStream in = TextStream.of(input.open());
            return new TextBatches(new DocumentBatches(in, document), in);
        }
        if (document != null) {
            return new DocumentBatches(input.open(), document);
        }
        return switch (this) {
            case PARQUET -> ParquetBatches.open(input.onDisk());
            case WARC -> new WarcBatches(input.open());
            default -> text(TextStream.of(input.open()));
        };
    }

    private BatchReader text(TextStream in) throws IOException {
        BatchReader batches =
                switch (this) {
                    case LINES -> new LineBatches(in, () -> TextLines::parse);
                    case JSONL -> new LineBatches(in, () -> new JsonLines()::parse);
                    default -> new ItemBatches(items(in), in);
                };
        return new TextBatches(batches, in);
    }

    private ItemReader items(TextStream in) throws IOException {
        return switch (this) {
            case PARAGRAPHS -> new ParagraphsReader(new LineReader(in));
            case JSON -> new JsonReader(in);
            case CSV -> TableReader.commas(in);
            case TSV -> TableReader.tabs(in);
            default -> new WholeTextReader(in);
        };
    }

    /** How files that are one document are read; null for other formats. */
    private DocumentBatches.@Nullable Kind document(String path) {
        return switch (this) {
            case HTML -> new DocumentBatches.Kind("bad-html", 8, HtmlText::of);
            case PDF -> new DocumentBatches.Kind("bad-pdf", 4, PdfText::of);
            case DOCX -> new DocumentBatches.Kind("bad-docx", 20, DocxText::of);
            case EPUB -> new DocumentBatches.Kind("bad-epub", 8, EpubText::of);
            case CODE -> new DocumentBatches.Kind("bad-code", 4, file -> SourceCode.of(file, path));
            default -> null;
        };
    }
}
