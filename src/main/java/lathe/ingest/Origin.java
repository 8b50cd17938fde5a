package lathe.ingest;

import lathe.data.Rejected;
import lathe.text.Unicode;

/**
 * A file that records come from, or a file within an archive.
 *
 * @param number its place in {@code files.jsonl}, from 0
 * @param file its file on the disk
 * @param name as {@link lathe.ingest.container.Input#name}
 * @param format how it is read; empty where nothing tells
 * @param preset the preset that its first rows show, or that was asked for
 * @param charset as {@link lathe.ingest.item.BatchReader#charset}
 */
record Origin(int number, SourceFile file, String name, String format, String preset, String charset) {
    private static final int EXCERPT = 200;

    /** An item of this file that could not be read. */
    Rejected rejected(long line, String reason, String text) {
        return new Rejected(name, line, reason, Unicode.excerpt(text, EXCERPT));
    }

    /** Where an item stands, as an id: several on one line are numbered. */
    String place(long line, int nth) {
        return prefix() + ":" + line + (nth == 1 ? "" : "#" + nth);
    }

    /** The file's own prefix, and within an archive the entry's name. */
    private String prefix() {
        int entry = name.indexOf("!/");
        return entry < 0 ? file.idPrefix() : file.idPrefix() + name.substring(entry);
    }
}
