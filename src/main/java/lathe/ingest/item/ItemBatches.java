package lathe.ingest.item;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Batches of a reader that decodes as it reads. */
public final class ItemBatches implements BatchReader {
    private static final int MOST_ITEMS = 1000;
    private static final long MOST_BYTES = 1 << 20;
    private static final long NODE_BYTES = 32;

    private final ItemReader items;
    private final Closeable stream;
    private long lastLine;
    private int onLine;
    private boolean broken;

    /**
     * Batches of a reader.
     *
     * @param stream what the reader reads from; closed with the batches
     */
    public ItemBatches(ItemReader items, Closeable stream) {
        this.items = items;
        this.stream = stream;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    @Override
    public @Nullable Batch next() throws IOException {
        List<Item> taken = new ArrayList<>();
        long bytes = 0;
        while (taken.size() < MOST_ITEMS && bytes < MOST_BYTES) {
            Item item = nextItem();
            if (item == null) {
                break;
            }
            taken.add(item instanceof Item.Row row ? numbered(row) : item);
            bytes += item instanceof Item.Row row ? size(row.value()) : NODE_BYTES;
        }
        return taken.isEmpty() ? null : of(taken, bytes);
    }

    /** A stream that breaks is an item that cannot be read, and the last. */
    private @Nullable Item nextItem() throws IOException {
        try {
            return broken ? null : items.next();
        } catch (CorruptException e) {
            broken = true;
            return new Item.Bad(Math.max(1, lastLine), e.reason(), e.detail());
        }
    }

    private Item.Row numbered(Item.Row row) {
        onLine = row.line() == lastLine ? onLine + 1 : 1;
        lastLine = row.line();
        return row.nth(onLine);
    }

    /** A batch of items that are there already. */
    public static Batch of(List<Item> items, long bytes) {
        return new Batch() {
            @Override
            public long bytes() {
                return bytes;
            }

            @Override
            public void decode(Sink sink) throws IOException {
                for (Item item : items) {
                    sink.accept(item);
                }
            }
        };
    }

    private static long size(JsonNode value) {
        if (value.isTextual()) {
            return NODE_BYTES + value.textValue().length();
        }
        long bytes = NODE_BYTES;
        for (JsonNode child : value) {
            bytes += size(child);
        }
        return bytes;
    }
}
