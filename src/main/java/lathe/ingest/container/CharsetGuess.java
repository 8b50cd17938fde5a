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

    // Chinese and western text is known by rules that need less of it.
    private static final Pattern LEFT_TO_ICU =
            Pattern.compile("Shift_JIS|EUC-JP|EUC-KR|KOI8-R|ISO-8859-[25-9]|windows-125[013-6]");
    private static final int ICU_SURE = 40;
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
        Charset other = byStatistics(sample(bytes, from, to));
        if (other != null) {
            return other;
        }
        if (chinese != null) {
            return chinese;
        }
        return isWestern(bytes, from, to) ? WESTERN : StandardCharsets.UTF_8;
    }

    /** The set of another language, if ICU is sure of it, or finds nothing else half as likely. */
    private static @Nullable Charset byStatistics(byte[] sample) {
        CharsetMatch[] matches = new CharsetDetector().setText(sample).detectAll();
        int best = matches.length == 0 ? 0 : matches[0].getConfidence();
        int next = matches.length < 2 ? 0 : matches[1].getConfidence();
        boolean sure = best >= ICU_SURE || (best >= ICU_LIKELY && best >= 2 * next);
        String name = sure ? matches[0].getName() : "";
        return LEFT_TO_ICU.matcher(name).matches() && Charset.isSupported(name) ? Charset.forName(name) : null;
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

    /** Letters with marks stand one by one among plain letters, with a few signs between. */
    private static boolean isWestern(byte[] bytes, int from, int to) {
        int high = 0;
        int fitting = 0;
        for (int at = from; at < to; at++) {
            int value = bytes[at] & 0xff;
            if (value >= 0x80) {
                high++;
                boolean touches = (at > from && isLetter(bytes[at - 1])) || (at + 1 < to && isLetter(bytes[at + 1]));
                fitting += touches && value >= 0x91 && value <= 0xFE ? 1 : 0;
            }
        }
        return high > 0 && fitting >= WESTERN_SHARE * high;
    }

    private static boolean isLetter(byte value) {
        return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
    }
}
