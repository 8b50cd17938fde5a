package lathe.ingest.format.web;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import lathe.ingest.item.Batch;
import lathe.ingest.item.BatchReader;
import lathe.ingest.item.CorruptException;
import lathe.ingest.item.Item;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;

/**
 * The pages in a WARC file. Items are its response, resource and conversion records, numbered among all records from 1;
 * the others (requests, metadata, revisits, the file's own description) hold no document and are no items, as blank
 * lines are none. A broken record ends the file ({@code bad-warc}): where the next one begins is not certain.
 */
public final class WarcBatches implements BatchReader {
    private static final int MOST_BATCH_BYTES = 1 << 20;
    private static final int MOST_BATCH_PAGES = 200;

    private final HeaderGuard in;
    private final WarcReader records;
    private long number;
    private boolean done;

    /** The pages of a stream; closing the reader closes it. */
    public WarcBatches(InputStream stream) throws IOException {
        in = new HeaderGuard(stream);
        records = new WarcReader(in);
    }

    /** Pages as they are in the file, and what the file is broken by, if it is. */
    private record Pages(List<Page> pages, List<Item> broken, long bytes) implements Batch {
        @Override
        public void decode(Sink items) throws IOException {
            for (Page page : pages) {
                items.accept(page.item());
            }
            for (Item item : broken) {
                items.accept(item);
            }
        }
    }

    @Override
    public @Nullable Batch next() throws IOException {
        List<Page> pages = new ArrayList<>();
        List<Item> broken = new ArrayList<>();
        long bytes = 0;
        try {
            while (!done && bytes < MOST_BATCH_BYTES && pages.size() < MOST_BATCH_PAGES) {
                Page page = nextPage();
                if (page != null) {
                    pages.add(page);
                    bytes += page.bytes();
                }
            }
        } catch (CorruptException e) {
            done = true;
            broken.add(new Item.Bad(number, e.reason(), e.detail()));
        } catch (ParsingException | EOFException | ZipException | IllegalArgumentException e) {
            // a length that is no number is an IllegalArgumentException
            done = true;
            broken.add(new Item.Bad(number, "bad-warc", String.valueOf(e.getMessage())));
        }
        return pages.isEmpty() && broken.isEmpty() ? null : new Pages(pages, broken, 4 * bytes);
    }

    /** The next record, or null where it is no page. */
    private @Nullable Page nextPage() throws IOException {
        number++;
        in.header();
        Optional<WarcRecord> next = records.next();
        in.body();
        if (next.isEmpty()) {
            done = true;
            return null;
        }
        WarcRecord record = next.get();
        boolean isPage =
                record instanceof WarcResponse || record instanceof WarcResource || record instanceof WarcConversion;
        byte[] block = isPage ? record.body().stream().readNBytes(Page.MOST_BYTES + 1) : new byte[0];
        record.body().consume();
        return isPage ? new Page(number, record.headers(), block) : null;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
