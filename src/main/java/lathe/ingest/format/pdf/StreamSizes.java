package lathe.ingest.format.pdf;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import lathe.ingest.format.document.RefusedException;

/**
 * Looks for streams that would not fit into memory. PDFBox inflates a stream as a whole, and a megabyte can become a
 * gigabyte, so each is inflated once into nothing beforehand. Streams that are not deflated, or not in the first place,
 * are let through: other filters hardly expand.
 */
final class StreamSizes {
    private static final long MOST = 256L << 20;
    private static final int MOST_EXPANSION = 1032; // deflate's own limit
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int DEFLATE = 8;

    private StreamSizes() {}

    static void check(byte[] file) throws RefusedException {
        if ((long) file.length * MOST_EXPANSION <= MOST) {
            return;
        }
        Inflater inflater = new Inflater(true);
        try {
            byte[] nowhere = new byte[1 << 16];
            for (int at = next(file, 0); at >= 0; at = next(file, at)) {
                inflater.reset();
                at += skipStream(file, at, inflater, nowhere);
            }
        } finally {
            inflater.end();
        }
    }

    /** Where the next stream's first byte is, or -1. */
    private static int next(byte[] file, int from) {
        for (int i = from; i < file.length - STREAM.length - 2; i++) {
            if (file[i] == 's' && isStream(file, i)) {
                int end = i + STREAM.length;
                return file[end] == '\r' ? end + 2 : end + 1;
            }
        }
        return -1;
    }

    private static boolean isStream(byte[] file, int at) {
        for (int i = 1; i < STREAM.length; i++) {
            if (file[at + i] != STREAM[i]) {
                return false;
            }
        }
        byte after = file[at + STREAM.length];
        return after == '\r' || after == '\n';
    }

    /** Inflates a stream; gives the length of what it took, 0 if it is none. */
    private static int skipStream(byte[] file, int at, Inflater inflater, byte[] nowhere) throws RefusedException {
        if (at + 2 >= file.length || (file[at] & 0xf) != DEFLATE) {
            return 0;
        }
        inflater.setInput(file, at + 2, file.length - at - 2);
        try {
            while (!inflater.finished() && !inflater.needsInput() && !inflater.needsDictionary()) {
                inflater.inflate(nowhere);
                if (inflater.getBytesWritten() > MOST) {
                    throw new RefusedException("too-long", "a stream of more than " + MOST + " bytes");
                }
            }
        } catch (DataFormatException e) {
            return 0; // no deflated stream, or a broken one: PDFBox stops where this stopped
        }
        return (int) inflater.getBytesRead();
    }
}
