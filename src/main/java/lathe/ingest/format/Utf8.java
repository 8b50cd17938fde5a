package lathe.ingest.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whether bytes are UTF-8, by table 3-7 of the Unicode Standard; without making a string of them. */
final class Utf8 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    static boolean isValid(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (at + Long.BYTES <= to && ((long) LONGS.get(bytes, at) & HIGH_BITS) == 0) {
                at += Long.BYTES;
            } else {
                int length = length(bytes, at, to);
                if (length == 0) {
                    return false;
                }
                at += length;
            }
        }
        return true;
    }

    /** Bytes of the character that begins here; 0 if none does. */
    private static int length(byte[] bytes, int at, int to) {
        int first = bytes[at];
        if (first >= 0) {
            return 1;
        }
        int lead = first & 0xFF;
        if (lead >= 0xC2 && lead <= 0xDF) {
            return follow(bytes, at, to, 2) ? 2 : 0;
        }
        if (lead >= 0xE0 && lead <= 0xEF) {
            int least = lead == 0xE0 ? 0xA0 : 0x80;
            int most = lead == 0xED ? 0x9F : 0xBF;
            return follow(bytes, at, to, 3) && isBetween(bytes[at + 1], least, most) ? 3 : 0;
        }
        if (lead >= 0xF0 && lead <= 0xF4) {
            int least = lead == 0xF0 ? 0x90 : 0x80;
            int most = lead == 0xF4 ? 0x8F : 0xBF;
            return follow(bytes, at, to, 4) && isBetween(bytes[at + 1], least, most) ? 4 : 0;
        }
        return 0;
    }

    private static boolean follow(byte[] bytes, int at, int to, int length) {
        if (at + length > to) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBetween(byte value, int least, int most) {
        int number = value & 0xFF;
        return number >= least && number <= most;
    }
}
