package lathe.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import lathe.ingest.item.Batch;
import lathe.ingest.item.BatchReader;
import lathe.ingest.item.CorruptException;
import lathe.ingest.item.Item;
import lathe.ingest.item.ItemBatches;
import org.jspecify.annotations.Nullable;

/** An item per line; finding the lines is left to whoever decodes the batch. */
final class LineBatches implements BatchReader {
    static final int MOST_BYTES = 32 << 20;

    /** What a line, its end left off, becomes; null where it is no item. */
    @FunctionalInterface
    interface Parse {
        @Nullable
        Item item(long number, byte[] bytes, int from, int to);
    }

    private final LineBlocks blocks;
    private final Supplier<Parse> parse;
    private boolean broken;

    /**
     * Batches of a stream's lines.
     *
     * @param parse gives what each batch is parsed by
     */
    LineBatches(InputStream in, Supplier<Parse> parse) {
        blocks = new LineBlocks(in, MOST_BYTES);
        this.parse = parse;
    }

    @Override
    public @Nullable Batch next() throws IOException {
        try {
            LineBlocks.Block block = broken ? null : blocks.next();
            return block == null ? null : new Lines(block, parse);
        } catch (CorruptException e) {
            broken = true;
            return ItemBatches.of(List.of(new Item.Bad(blocks.line(), e.reason(), e.detail())), 0);
        }
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }

    private record Lines(LineBlocks.Block block, Supplier<Parse> parse) implements Batch {

        @Override
        public long bytes() {
            return block.bytes().length;
        }

        @Override
        public void decode(Sink items) throws IOException {
            byte[] bytes = block.bytes();
            if (block.tooLong()) {
                String start = new String(bytes, block.from(), block.to() - block.from(), StandardCharsets.UTF_8);
                items.accept(new Item.Bad(block.firstLine(), "too-long", start));
                return;
            }
            Parse parser = parse.get();
            long number = block.firstLine();
            int at = block.from();
            while (at < block.to()) {
                int end = Bytes.indexOf(bytes, at, block.to(), (byte) '\n');
                int stop = end < 0 ? block.to() : end;
                Item item = parser.item(number++, bytes, at, stop);
                if (item != null) {
                    items.accept(item);
                }
                at = stop + 1;
            }
        }
    }
}
