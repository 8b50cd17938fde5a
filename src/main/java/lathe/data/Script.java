package lathe.data;

import java.lang.Character.UnicodeScript;

/** The writing that a text is in, seen from its letters: cheap enough to be known of every record. */
public enum Script {
    NONE(0),
    LATIN(1),
    HAN(2),
    KANA(3),
    HANGUL(4),
    CYRILLIC(5),
    GREEK(6),
    ARABIC(7),
    HEBREW(8),
    DEVANAGARI(9),
    THAI(10),
    OTHER(11);

    static final int LOOKED_AT = 256;
    private static final int KANA_SHARE = 10;
    private static final Script[] ALL = values();

    private final int number;

    Script(int number) {
        this.number = number;
    }

    /** Its number in an index; never changed. */
    int number() {
        return number;
    }

    /**
     * The script of most letters among the first 256 characters; Japanese counts as Kana although most of it is Han.
     */
    public static Script of(String text) {
        char[] beginning = new char[Math.min(LOOKED_AT, text.length())];
        text.getChars(0, beginning.length, beginning, 0);
        return of(beginning, beginning.length);
    }

    static Script of(char[] text, int length) {
        int[] letters = new int[ALL.length];
        for (int i = 0; i < length; i++) {
            letters[of(text[i]).number]++;
        }
        letters[NONE.number] = 0;
        if (letters[KANA.number] * KANA_SHARE > letters[HAN.number]) {
            letters[KANA.number] += letters[HAN.number];
        }
        int best = NONE.number;
        for (int i = 1; i < letters.length; i++) {
            best = letters[i] > letters[best] ? i : best;
        }
        return ALL[best];
    }

    private static Script of(char letter) {
        if (letter < 0x80) {
            return (letter | 0x20) >= 'a' && (letter | 0x20) <= 'z' ? LATIN : NONE;
        }
        if (Character.isHighSurrogate(letter)) {
            return letter >= 0xD840 && letter <= 0xD888 ? HAN : NONE;
        }
        return Character.isLetter(letter) ? of(UnicodeScript.of(letter)) : NONE;
    }

    private static Script of(UnicodeScript script) {
        return switch (script) {
            case LATIN -> LATIN;
            case HAN -> HAN;
            case HIRAGANA, KATAKANA -> KANA;
            case HANGUL -> HANGUL;
            case CYRILLIC -> CYRILLIC;
            case GREEK -> GREEK;
            case ARABIC -> ARABIC;
            case HEBREW -> HEBREW;
            case DEVANAGARI -> DEVANAGARI;
            case THAI -> THAI;
            case COMMON, INHERITED, UNKNOWN -> NONE;
            default -> OTHER;
        };
    }

    /** The script with this number in an index. */
    static Script at(int number) {
        return ALL[number];
    }
}
