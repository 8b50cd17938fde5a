package lathe.ingest.container;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Tells GBK from Big5 by where their common characters lie. It works from two characters on, where statistics of a
 * language do not: nearly all of GBK's text has both bytes above A0, and half of Big5's second bytes are below 7F.
 */
final class Chinese {
    static final Charset GB18030 = Charset.forName("GB18030");
    static final Charset BIG5 = Charset.forName("Big5-HKSCS");
    private static final double MOST = 0.95;
    private static final int FEWEST = 2;

    // Korean, whose characters lie among those of GBK, goes no further than this; half of Chinese does.
    private static final int LAST_OF_HANGUL = 0xC8;
    private static final int ENOUGH = 10;

    private Chinese() {}

    /** The character set of Chinese text in a range of bytes, or null if it looks like neither. */
    static @Nullable Charset charset(byte[] bytes, int from, int to) {
        int pairs = 0;
        int gb = 0;
        int hangul = 0;
        int big5 = 0;
        for (int at = from; at + 1 < to; at++) {
            int lead = bytes[at] & 0xff;
            if (lead >= 0x80) {
                int trail = bytes[at + 1] & 0xff;
                pairs++;
                gb += isGb2312(lead, trail) ? 1 : 0;
                hangul += lead <= LAST_OF_HANGUL ? 1 : 0;
                big5 += isCommonBig5(lead, trail) ? 1 : 0;
                at++;
            }
        }
        boolean korean = gb > big5 && pairs >= ENOUGH && hangul >= MOST * pairs;
        if (pairs < FEWEST || korean || Math.max(gb, big5) < MOST * pairs) {
            return null;
        }
        return gb >= big5 ? GB18030 : BIG5;
    }

    private static boolean isGb2312(int lead, int trail) {
        return trail >= 0xA1 && ((lead >= 0xB0 && lead <= 0xF7) || (lead >= 0xA1 && lead <= 0xA3));
    }

    /** The 5401 common characters, and the marks before them. */
    private static boolean isCommonBig5(int lead, int trail) {
        boolean goodTrail = (trail >= 0x40 && trail <= 0x7E) || (trail >= 0xA1 && trail <= 0xFE);
        return goodTrail && lead >= 0xA1 && lead <= 0xC6;
    }
}
