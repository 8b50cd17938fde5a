package lathe.ingest.item;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import lathe.data.WrittenStrings;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds at one place: a line, an array element, a table row, a paragraph, a page of an archive, or all of
 * it.
 */
public sealed interface Item {

    /** Where it begins: a line from 1, or a row from 1 where the file has no lines. */
    long line();

    /**
     * An item that could be read: an object with fields, or a string that is the whole text.
     *
     * @param nth which of the items that begin on this line it is, from 1
     * @param items source items that it was made of; 1 unless rows were joined
     * @param isWellFormed whether its strings are known to have no lone surrogates, as what comes from UTF-8 has none
     * @param written those of its strings whose JSON is known
     */
    record Row(long line, int nth, JsonNode value, int items, boolean isWellFormed, WrittenStrings written)
            implements Item {
        /** A row that is one source item and the first on its line. */
        public Row(long line, JsonNode value) {
            this(line, 1, value, 1);
        }

        /** A row of which no more is known. */
        public Row(long line, int nth, JsonNode value, int items) {
            this(line, nth, value, items, false, WrittenStrings.NONE);
        }

        /** A row without lone surrogates that is one source item and the first on its line. */
        public static Row wellFormed(long line, JsonNode value, WrittenStrings written) {
            return new Row(line, 1, value, 1, true, written);
        }

        /** Whether it is the same row; what is known of its strings does not change it. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Row row
                    && line == row.line
                    && nth == row.nth
                    && items == row.items
                    && value.equals(row.value);
        }

        @Override
        public int hashCode() {
            return Objects.hash(line, nth, items, value);
        }

        /** The same as another of the items that begin on its line. */
        public Row nth(int number) {
            return new Row(line, number, value, items, isWellFormed, written);
        }
    }

    /**
     * An item that could not be read.
     *
     * @param reason a short name, as in the ledger
     * @param text its beginning
     */
    record Bad(long line, String reason, String text) implements Item {}
}
