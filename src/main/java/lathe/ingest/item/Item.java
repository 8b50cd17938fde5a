package lathe.ingest.item;

import com.fasterxml.jackson.databind.JsonNode;

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
     */
    record Row(long line, int nth, JsonNode value, int items) implements Item {
        /** A row that is one source item and the first on its line. */
        public Row(long line, JsonNode value) {
            this(line, 1, value, 1);
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
