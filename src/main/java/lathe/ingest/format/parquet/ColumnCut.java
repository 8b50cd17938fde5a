package lathe.ingest.format.parquet;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a column chunk into slices of rows. Holds the pages of the rows that come next. */
final class ColumnCut {
    private static final int LARGE = 16 << 20;

    private final Column column;
    private final PageReader pages;
    private final Room room;
    private final Deque<Span> spans = new ArrayDeque<>();
    private long loaded;
    private boolean ended;
    private @Nullable BadParquetException failure;

    /** A page and the rows of the group that begin in it. */
    private record Span(Page page, long first, long rows) {
        long end() {
            return first + rows;
        }
    }

    ColumnCut(Column column, PageReader pages, Room room) {
        this.column = column;
        this.pages = pages;
        this.room = room;
    }

    /** Reads pages until all of these rows are there; up to which row they are, if not all. */
    long load(long to) throws IOException {
        while (complete() < to && !ended) {
            try {
                add(pages.next());
            } catch (BadParquetException e) {
                ended = true;
                failure = e;
            }
        }
        return Math.min(to, complete());
    }

    /** Reads on as above, but from a large page to the next only where there is no other way. */
    long loadNear(long to) throws IOException {
        boolean large = !spans.isEmpty() && spans.getLast().page.size() > LARGE;
        return large ? Math.min(to, complete()) : load(to);
    }

    /** Up to which row all entries are there: where there are lists, the last row may go on in the next page. */
    private long complete() {
        boolean whole = column.isFlat() || (ended && failure == null);
        return whole ? loaded : Math.max(0, loaded - 1);
    }

    private void add(@Nullable Page page) throws BadParquetException {
        if (page == null) {
            ended = true;
        } else if (page.entries() > 0) {
            room.take(page.size());
            Span span = new Span(page, loaded, page.rows());
            spans.add(span);
            loaded += span.rows;
        }
    }

    /** Why it has fewer rows than were asked for. */
    BadParquetException failure() {
        String what = failure == null ? "has only " + loaded + " rows" : failure.what();
        return new BadParquetException(
                failure == null ? "bad-parquet" : failure.reason(), "column " + column.path() + ": " + what);
    }

    /** Lets go of pages in which no row from here on begins. */
    void drop(long from) {
        while (!spans.isEmpty() && spans.element().end() <= from) {
            room.give(spans.remove().page.size());
        }
    }

    /** Rows that were loaded, with entries of all. */
    Slice take(long from, long to) {
        List<Page> taken = new ArrayList<>();
        for (Span span : spans) {
            // where there are lists, the page in which the next row begins may hold the end of the last
            if (span.first < to || !column.isFlat()) {
                taken.add(span.page);
            }
        }
        return new Slice(taken, (int) (from - spans.element().first));
    }

    /** About how many bytes a row becomes from this row on. */
    double rowBytes(long from) throws BadParquetException {
        for (Span span : spans) {
            if (span.end() > from) {
                return (double) span.page.decoded() / Math.max(1, span.rows);
            }
        }
        return 0;
    }
}
