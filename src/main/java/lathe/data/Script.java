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

    static final int LOOKED_AT = 128;
    private static final int LETTERS = 26;
    private static final int KANA_SHARE = 10;
    private static final Script[] ALL = values();
    private static final byte[] BY_LETTER = byLetter();

    private final int number;

    Script(int number) {
        this.number = number;
    }

    /** Its number in an index; never changed. */
    int number() {
        return number;
    }

    /**
     * The script of most letters among the first 128 characters; Japanese counts as Kana although most of it is Han.
     */
    public static Script of(String text) {
        char[] beginning = new char[Math.min(LOOKED_AT, text.length())];
        text.getChars(0, beginning.length, beginning, 0);
        return of(beginning, beginning.length);
    }

    static Script of(char[] text, int length) {
        int[] letters = new int[ALL.length];
        int latin = 0;
        for (int i = 0; i < length; i++) {
            char letter = text[i];
            if (letter < 0x80) {
                // 1 for a letter, without a branch: processors cannot foresee where words end
                int inAlphabet = (letter | 0x20) - 'a';
                latin += ((inAlphabet - LETTERS) & ~inAlphabet) >>> 31;
            } else {
                letters[of(letter).number]++;
            }
        }
        letters[LATIN.number] += latin;
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
        if (Character.isHighSurrogate(letter)) {
            return letter >= 0xD840 && letter <= 0xD888 ? HAN : NONE;
        }
        return ALL[BY_LETTER[letter]];
    }

    /** The numbers for all letters of one char: looking each up in Java's tables took a tenth of an import's time. */
    private static byte[] byLetter() {
        byte[] numbers = new byte[Character.MAX_VALUE + 1];
        for (int letter = 0; letter < numbers.length; letter++) {
            numbers[letter] = Character.isLetter(letter) ? (byte) of(UnicodeScript.of(letter)).number : 0;
        }
        return numbers;
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
