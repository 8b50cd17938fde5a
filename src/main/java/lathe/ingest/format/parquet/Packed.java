package lathe.ingest.format.parquet;

import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A page as it stands in the file. It is unpacked once, by the first thread that needs it. */
final class Packed {
    private final PageHeader header;
    private final Codec codec;
    private byte @Nullable [] packed;
    private byte @Nullable [] unpacked;

    Packed(PageHeader header, Codec codec, byte[] bytes) {
        this.header = header;
        this.codec = codec;
        packed = bytes;
    }

    PageHeader header() {
        return header;
    }

    /** Its bytes, unpacked and of the size that the header says. */
    synchronized byte[] bytes() throws BadParquetException {
        if (unpacked == null) {
            unpacked = unpack(packed == null ? new byte[0] : packed);
            packed = null;
        }
        return unpacked;
    }

    private byte[] unpack(byte[] from) throws BadParquetException {
        check(from);
        boolean second = header.kind() == PageHeader.DATA_V2;
        int levels = second ? header.definitions() + header.repetitions() : 0;
        Codec used = second && !header.compressed() ? Codec.NONE : codec;
        if (used == Codec.NONE && from.length == header.unpacked()) {
            return from;
        }
        byte[] to = new byte[header.unpacked()];
        System.arraycopy(from, 0, to, 0, levels);
        // pages of nulls only have no values; what nothing is compressed to does not matter
        if (levels < to.length) {
            used.unpack(from, levels, from.length, to, levels);
        }
        return to;
    }

    private void check(byte[] from) throws BadParquetException {
        Integer wanted = header.checksum();
        if (wanted == null) {
            return;
        }
        CRC32 sum = new CRC32();
        sum.update(from);
        if ((int) sum.getValue() != wanted) {
            throw new BadParquetException("a page's checksum is wrong");
        }
    }
}
