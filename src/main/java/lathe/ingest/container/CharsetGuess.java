package lathe.ingest.container;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the character set of text. In doubt it is UTF-8: a line that is rejected is seen, one that was read wrongly
 * is not.
 */
final class CharsetGuess {
    private static final Charset WESTERN = Charset.forName("windows-1252"); // Latin-1 and more
    private static final double WESTERN_SHARE = 0.7;

    // Quotes, dashes, the fixed space, and what stands beside numbers.
    private static final String SIGNS =
            "\u0085\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0099\u00A0\u00A3\u00A9\u00AB\u00AE"
                    + "\u00B0\u00B1\u00B2\u00B3\u00B7\u00BB\u00BC\u00BD\u00BE\u00D7\u00E0";

    // Chinese and western text is known by rules that need less of it.
    private static final Pattern LEFT_TO_ICU =
            Pattern.compile("Shift_JIS|EUC-JP|EUC-KR|KOI8-R|ISO-8859-[25-9]|windows-125[013-6]");
    private static final Pattern CLOSE_TO_WESTERN = Pattern.compile("ISO-8859-[29]|windows-125[04]");
    private static final int ICU_SURE = 40;
    private static final int ICU_VERY_SURE = 60;
    private static final int ICU_LIKELY = 25;
    private static final int SAMPLE = 8000; // ICU looks at no more
    private static final int CONTEXT = 12;

    private CharsetGuess() {}

    /** The set of bytes that hold something beyond ASCII. */
    static Charset of(byte[] bytes, int from, int to) {
        Utf8.Count utf8 = Utf8.count(bytes, from, to);
        // Text in another set forms a valid sequence now and then; a UTF-8 file may hold a few broken lines.
        if (utf8.broken() == 0 || utf8.valid() >= 2 * utf8.broken()) {
            return StandardCharsets.UTF_8;
        }
        Charset chinese = Chinese.charset(bytes, from, to);
        if (chinese != null) {
            return chinese;
        }
        Charset other = byStatistics(sample(bytes, from, to));
        if (other != null) {
            return other;
        }
        return isWestern(bytes, from, to) ? WESTERN : StandardCharsets.UTF_8;
    }

    /** The set of another language, if ICU is sure of it, or finds nothing else half as likely. */
    private static @Nullable Charset byStatistics(byte[] sample) {
        CharsetMatch[] matches = new CharsetDetector().setText(sample).detectAll();
        int best = matches.length == 0 ? 0 : matches[0].getConfidence();
        int next = matches.length < 2 ? 0 : matches[1].getConfidence();
        String name = matches.length == 0 ? "" : matches[0].getName();
        boolean close = CLOSE_TO_WESTERN.matcher(name).matches();
        boolean likely = !close && best >= ICU_LIKELY && best >= 2 * next;
        boolean sure = likely || best >= (close ? ICU_VERY_SURE : ICU_SURE);
        return sure && LEFT_TO_ICU.matcher(name).matches() && Charset.isSupported(name) ? Charset.forName(name) : null;
    }

    /** What is beyond ASCII, with a little around it. */
    private static byte[] sample(byte[] bytes, int from, int to) {
        ByteArrayOutputStream sample = new ByteArrayOutputStream(SAMPLE);
        int near = 0;
        for (int at = from; at < to && sample.size() < SAMPLE; at++) {
            near = bytes[at] < 0 ? CONTEXT : near - 1;
            boolean before = at + CONTEXT < to && bytes[at + CONTEXT] < 0;
            if (near > 0 || before) {
                sample.write(bytes[at]);
            }
        }
        return sample.toByteArray();
    }

    /** Letters with marks stand among plain letters, and signs one by one. */
    private static boolean isWestern(byte[] bytes, int from, int to) {
        int high = 0;
        int fitting = 0;
        for (int at = from; at < to; at++) {
            if (bytes[at] < 0) {
                byte before = at > from ? bytes[at - 1] : 0;
                byte after = at + 1 < to ? bytes[at + 1] : 0;
                boolean sign = before >= 0 && after >= 0 && SIGNS.indexOf(bytes[at] & 0xff) >= 0;
                boolean letter = (isLetter(before) || isLetter(after)) && bytes[at] != (byte) 0xFF;
                high++;
                fitting += sign || letter ? 1 : 0;
            }
        }
        return high > 0 && fitting >= WESTERN_SHARE * high;
    }

    private static boolean isLetter(byte value) {
        return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
    }
}
