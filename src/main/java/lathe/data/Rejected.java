package lathe.data;

/**
 * An item that could not be read.
 *
 * @param line where it begins, from 1
 * @param reason a short name, as in the ledger, for example {@code bad-json}
 * @param excerpt its beginning, so that it can be recognised
 */
public record Rejected(String file, long line, String reason, String excerpt) {}
