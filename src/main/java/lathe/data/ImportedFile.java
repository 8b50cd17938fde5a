package lathe.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import lathe.run.Ledger;

/**
 * A line of {@code files.jsonl}: a file that was imported, or one within an archive.
 *
 * @param source the name under which it was imported
 * @param path where it is; an archive's file after {@code !/}
 * @param format how it was read
 * @param preset the preset that its rows showed, or that was asked for
 * @param charset the character set it was in; empty where it has none
 * @param ledger what became of its items
 * @param bytes of the records' lines
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ImportedFile(
        String source, String path, String format, String preset, String charset, Ledger ledger, long bytes) {}
