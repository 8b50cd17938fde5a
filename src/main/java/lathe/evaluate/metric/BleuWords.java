package lathe.evaluate.metric;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of BLEU, as sacrebleu 2 cuts them: its tokenizer 13a, and for texts with Chinese characters its tokenizer
 * zh, which makes each of these a word.
 */
final class BleuWords {
    private static final Pattern SIGN = Pattern.compile("([{-~\\[-` -&(-+:-@/])");
    private static final Pattern STOP_AFTER_OTHER = Pattern.compile("([^0-9])([.,])");
    private static final Pattern STOP_BEFORE_OTHER = Pattern.compile("([.,])([^0-9])");
    private static final Pattern DASH_AFTER_DIGIT = Pattern.compile("([0-9])(-)");
    private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private static final int[][] CHINESE = {
        {0x3400, 0x4DB5}, {0x4E00, 0x9FA5}, {0x9FA6, 0x9FBB}, {0xF900, 0xFA2D}, {0xFA30, 0xFA6A}, {0xFA70, 0xFAD9},
        {0x20000, 0x2A6D6}, {0x2F800, 0x2FA1D}, {0xFF00, 0xFFEF}, {0x2E80, 0x2EFF}, {0x3000, 0x303F}, {0x31C0, 0x31EF},
        {0x2F00, 0x2FDF}, {0x2FF0, 0x2FFF}, {0x3100, 0x312F}, {0x31A0, 0x31BF}, {0xFE10, 0xFE1F}, {0xFE30, 0xFE4F},
        {0x2600, 0x26FF}, {0x2700, 0x27BF}, {0x3200, 0x32FF}, {0x3300, 0x33FF}
    };

    private BleuWords() {}

    /** Whether a text is cut as Chinese. */
    static boolean isChinese(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    static List<String> of(String text, boolean chinese) {
        String spaced = chinese ? apart(text.strip()) : plain(text);
        String cut = SIGN.matcher(spaced).replaceAll(" $1 ");
        cut = STOP_AFTER_OTHER.matcher(cut).replaceAll("$1 $2 ");
        cut = STOP_BEFORE_OTHER.matcher(cut).replaceAll(" $1 $2");
        cut = DASH_AFTER_DIGIT.matcher(cut).replaceAll("$1 $2 ");
        return Stream.of(BLANKS.split(cut)).filter(word -> !word.isEmpty()).toList();
    }

    private static String plain(String text) {
        String line = text.replace("<skipped>", "").replace("-\n", "").replace('\n', ' ');
        line = line.replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
        return ' ' + line + ' ';
    }

    private static String apart(String text) {
        StringBuilder apart = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isWord(c)) {
                apart.append(' ').appendCodePoint(c).append(' ');
            } else {
                apart.appendCodePoint(c);
            }
        });
        return apart.toString();
    }

    private static boolean isWord(int c) {
        for (int[] range : CHINESE) {
            if (c >= range[0] && c <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
