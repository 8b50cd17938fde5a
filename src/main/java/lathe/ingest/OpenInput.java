package lathe.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lathe.ingest.container.Input;
import lathe.ingest.format.Format;
import lathe.ingest.item.Batch;
import lathe.ingest.item.BatchReader;
import lathe.ingest.item.Beginning;
import lathe.ingest.item.CorruptException;
import lathe.ingest.item.Item;
import lathe.ingest.item.ItemBatches;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/** An input that is being read. Its first rows have been looked at: they show the preset. */
final class OpenInput implements Closeable {
    private static final int ROWS_LOOKED_AT = 20;
    private static final JsonNode DOCUMENT = Json.mapper().createObjectNode().put("text", "");

    private final Origin origin;
    private final BatchReader batches;
    private boolean broken;

    private OpenInput(Origin origin, BatchReader batches) {
        this.origin = origin;
        this.batches = batches;
    }

    /**
     * Opens an input, or gives one that holds only the reason why it cannot be read.
     *
     * @param most about how many bytes of it are wanted
     */
    static OpenInput of(SourceFile file, Input input, int number, long most) throws IOException {
        Format format = FormatChoice.of(file, input);
        if (format == null) {
            return refused(file, input.name(), number, "unknown-format", input.name());
        }
        try {
            return of(file, input, number, format, most);
        } catch (CorruptException e) {
            return refused(file, input.name(), number, e.reason(), e.detail());
        }
    }

    private static OpenInput of(SourceFile file, Input input, int number, Format format, long most) throws IOException {
        BatchReader reader = format.open(input, SourceFiles.name(file) + entry(input.name()));
        Batch first = reader.next();
        String preset = file.maker().presetName(first == null ? List.of() : firstRows(format, first), input.name());
        Origin origin = new Origin(number, file, input.name(), format.label(), preset, reader.charset());
        return new OpenInput(origin, file.maker().preset(preset).joined(new Beginning(new Again(first, reader), most)));
    }

    /** An input of which only this is known: it cannot be read. */
    static OpenInput refused(SourceFile file, String name, int number, String reason, String text) {
        Batch only = ItemBatches.of(List.of(new Item.Bad(1, reason, text)), 0);
        return new OpenInput(new Origin(number, file, name, "", "none", ""), new Again(only, () -> null));
    }

    /** The entry of an archive, with {@code !/} before it; empty for a file on the disk. */
    private static String entry(String name) {
        int at = name.indexOf("!/");
        return at < 0 ? "" : name.substring(at);
    }

    /** The first rows; documents look all alike, and taking out their text is not the cutting thread's work. */
    private static List<JsonNode> firstRows(Format format, Batch batch) throws IOException {
        return format.givesDocuments() ? List.of(DOCUMENT) : firstRows(batch);
    }

    static List<JsonNode> firstRows(Batch batch) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        batch.decode(item -> {
            if (item instanceof Item.Row row && rows.size() < ROWS_LOOKED_AT) {
                rows.add(row.value());
            }
        });
        return rows;
    }

    Origin origin() {
        return origin;
    }

    /** The next batch, or null at the end. What breaks while it is read is a last item that cannot be read. */
    @Nullable
    Batch next() throws IOException {
        try {
            return broken ? null : batches.next();
        } catch (CorruptException e) {
            broken = true;
            return ItemBatches.of(List.of(new Item.Bad(1, e.reason(), e.detail())), 0);
        }
    }

    /** As {@link BatchReader#position}, and negative for what is packed within the file. */
    long position() {
        return entry(origin.name()).isEmpty() ? batches.position() : -1;
    }

    @Override
    public void close() throws IOException {
        batches.close();
    }

    /** A reader whose first batch was taken already. */
    private static final class Again implements BatchReader {
        private final BatchReader rest;
        private @Nullable Batch first;

        Again(@Nullable Batch first, BatchReader rest) {
            this.first = first;
            this.rest = rest;
        }

        @Override
        public @Nullable Batch next() throws IOException {
            Batch given = first;
            first = null;
            return given != null ? given : rest.next();
        }

        @Override
        public String charset() {
            return rest.charset();
        }

        @Override
        public long position() {
            return rest.position();
        }

        @Override
        public void close() throws IOException {
            rest.close();
        }
    }
}
