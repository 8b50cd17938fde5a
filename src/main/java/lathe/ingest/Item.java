package lathe.ingest;

import com.fasterxml.jackson.databind.JsonNode;

/** What a file holds at one place: a line, an array element, a paragraph, or all of it. */
sealed interface Item {

    /** Where it begins, from 1. */
    long line();

    /** An item that could be read: an object with fields, or a string that is the whole text. */
    record Row(long line, JsonNode value) implements Item {}

    /**
     * An item that could not be read.
     *
     * @param reason a short name, as in the ledger
     * @param text its beginning
     */
    record Bad(long line, String reason, String text) implements Item {}
}
