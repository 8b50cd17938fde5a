package lathe.text;

import java.lang.Character.UnicodeScript;

/** Which characters belong to scripts that put no spaces between words. */
public final class Scripts {
    private Scripts() {}

    /** Chinese characters, of all planes. */
    public static boolean isHan(int codePoint) {
        return codePoint >= 0x2E80 && UnicodeScript.of(codePoint) == UnicodeScript.HAN;
    }

    /** Hiragana and Katakana. */
    public static boolean isKana(int codePoint) {
        return (codePoint >= 0x3041 && codePoint <= 0x30FF && codePoint != 0x30FB && codePoint != 0x30FC)
                || (codePoint >= 0x31F0 && codePoint <= 0x31FF)
                || (codePoint >= 0xFF66 && codePoint <= 0xFF9D && codePoint != 0xFF70);
    }

    /** Hangul syllables and letters. */
    public static boolean isHangul(int codePoint) {
        return codePoint >= 0x1100 && UnicodeScript.of(codePoint) == UnicodeScript.HANGUL;
    }

    /** Whether a letter stands in a script where words are not separated: Han, Kana, Thai, Lao, Khmer, Burmese. */
    public static boolean isUnspaced(int codePoint) {
        if (codePoint < 0x0E00) {
            return false;
        }
        return switch (UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, TIBETAN, YI -> true;
            default -> false;
        };
    }
}
