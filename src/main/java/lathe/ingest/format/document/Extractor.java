package lathe.ingest.format.document;

import java.io.IOException;

/** Takes the text out of a file of one kind. Keeps nothing between files and is used by several threads. */
@FunctionalInterface
public interface Extractor {

    /**
     * The text of a file; blank where it holds none.
     *
     * @throws RefusedException if the file is sound but not to be read, with the reason
     * @throws IOException if it is broken; unchecked exceptions of a parser mean the same
     */
    ExtractedText extract(byte[] file) throws IOException;
}
