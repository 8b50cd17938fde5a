package lathe.ingest.format.document;

import java.io.IOException;
import lathe.ingest.item.Item;

/** Makes an item of a document, whatever is in it. */
public final class Extraction {
    private Extraction() {}

    /**
     * The document as a row, or the reason why there is none.
     *
     * @param line where it stands
     * @param broken the reason of a document that its parser cannot read, for example {@code bad-pdf}
     */
    public static Item item(long line, byte[] file, String broken, Extractor extractor) {
        try {
            ExtractedText found = extractor.extract(file);
            return found.text().isBlank()
                    ? new Item.Bad(line, "no-text", "the document holds no text")
                    : new Item.Row(line, found.row());
        } catch (RefusedException e) {
            return new Item.Bad(line, e.reason(), String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            // Malformed files make parsers throw unchecked exceptions of every kind (a cast, an index, a negative
            // array size), none of them documented. This is the one place where they become what they mean: the file
            // is broken. All bytes are in memory here, so that an IOException cannot be the disk's.
            return new Item.Bad(line, broken, e.toString());
        } catch (StackOverflowError e) {
            // A file of some kilobytes can nest deeper than any stack; the stack is whole again once this is caught.
            return new Item.Bad(line, "too-deep", "the document nests too deeply");
        }
    }
}
