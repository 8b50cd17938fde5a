package lathe.ingest.format.parquet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import lathe.run.Randoms;
import org.junit.jupiter.api.Test;

/** Snappy and LZ4 from hand-made bytes: pages of golden files do not use every kind of step. */
class CodecTest {

    private static byte[] unpack(Codec codec, int size, int... packed) throws BadParquetException {
        byte[] from = new byte[packed.length];
        for (int i = 0; i < packed.length; i++) {
            from[i] = (byte) packed[i];
        }
        byte[] to = new byte[size];
        codec.unpack(from, 0, from.length, to, 0);
        return to;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void snappyCopiesOverlapAndDistancesComeInThreeSizes() throws Exception {
        assertArrayEquals(ascii("abababab"), unpack(Codec.SNAPPY, 8, 8, 1 << 2, 'a', 'b', (2 << 2) | 1, 2));
        assertArrayEquals(ascii("xyzxyz"), unpack(Codec.SNAPPY, 6, 6, 2 << 2, 'x', 'y', 'z', (2 << 2) | 2, 3, 0));
        assertArrayEquals(ascii("xyzxyz"), unpack(Codec.SNAPPY, 6, 6, 2 << 2, 'x', 'y', 'z', (2 << 2) | 3, 3, 0, 0, 0));
        assertArrayEquals(ascii("hi"), unpack(Codec.SNAPPY, 2, 2, 60 << 2, 1, 'h', 'i'));
    }

    @Test
    void lz4CopiesToo() throws Exception {
        assertArrayEquals(ascii("abababZ"), unpack(Codec.LZ4, 7, 0x20, 'a', 'b', 2, 0, 0x10, 'Z'));
        assertArrayEquals(
                ascii("abababZ"), unpack(Codec.LZ4_FRAMED, 7, 0, 0, 0, 7, 0, 0, 0, 7, 0x20, 'a', 'b', 2, 0, 0x10, 'Z'));
        assertArrayEquals(ascii("abababZ"), unpack(Codec.LZ4_FRAMED, 7, 0x20, 'a', 'b', 2, 0, 0x10, 'Z'));
    }

    @Test
    void whatLeadsOutOfThePageIsRefused() {
        assertThrows(BadParquetException.class, () -> unpack(Codec.SNAPPY, 8, 8, 0, 'a', (7 << 2) | 1, 2));
        assertThrows(BadParquetException.class, () -> unpack(Codec.SNAPPY, 2, 2, 2 << 2, 'a', 'b', 'c'));
        assertThrows(BadParquetException.class, () -> unpack(Codec.SNAPPY, 8, 8, 1 << 2, 'a', 'b'));
        assertThrows(BadParquetException.class, () -> unpack(Codec.SNAPPY, 8, 8, 63 << 2, 255, 255, 255, 255));
        assertThrows(BadParquetException.class, () -> unpack(Codec.LZ4, 8, 0x10, 'a', 0, 0));
        assertThrows(BadParquetException.class, () -> unpack(Codec.LZ4, 2, 0xf0, 255, 255, 1));
    }

    @Test
    void randomBytesFillThePageOrAreRefused() {
        Random random = Randoms.stream(7, "codec");
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] from = new byte[200];
            random.nextBytes(from);
            // 3000 as Snappy's size, so that what follows is read at all
            from[0] = (byte) 0xb8;
            from[1] = 0x17;
            for (Codec codec : new Codec[] {Codec.SNAPPY, Codec.LZ4, Codec.LZ4_FRAMED}) {
                try {
                    codec.unpack(from, 0, from.length, new byte[3000], 0);
                } catch (BadParquetException e) {
                    refused++;
                }
            }
        }
        assertTrue(refused > 0);
    }
}
