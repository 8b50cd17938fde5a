package lathe.clean.edit;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;

/**
 * Long words as data-juicer's remove_long_words_mapper takes them out: what stands between spaces, tabs and line ends,
 * unless it is short enough without special characters around it; Chinese sentences count as words. Spaces at the ends
 * of lines, repeated ones and empty lines go as well.
 *
 * @param max longest word kept, in code points
 */
record DataJuicerLongWords(int max) implements Edit {
    /** data-juicer's list beside ASCII, white space and emoji; the ideographs 一 士 上 are on it. */
    private static final String SPECIAL =
            "￼’“”–ー一▬…✦\u00AD£\u200B•€«»°·═×士＾˘⇓↓↑←→（）§″′´¿−±∈\uFEFF¢ø‚„½¼¾¹²³―⁃，ˌ¸‹›ʺˈʻ¦‐⠀‰‑≤≥‖"
                    + "◆●■►▼▲▴∆▻¡★☆✱ːº。¯˜¥ɪ≈†上ン：∼⁄・♡✓⊕․．⋅÷１‟；،、¨াাी्े◦˚゜ʼ≖¤ッツシ℃√！【】‿∞➤～πه۩☛₨➩☻๑٪♥ıॽ《‘©﴿٬？▷Г♫∟™ª₪®「—❖」﴾》";

    @Override
    public void edit(String text, Changes changes) {
        // a separator is written once something follows; the strongest of those passed over wins
        int from = 0;
        char strongest = 0;
        boolean any = false;
        for (int i = 0; i <= text.length(); ) {
            int end = i;
            while (end < text.length() && rank(text.charAt(end)) == 0) {
                end++;
            }
            if (end > i && stays(text, i, end)) {
                if (i - from != 1 || !any || text.charAt(from) != strongest) {
                    Spans.put(text, from, i, any ? String.valueOf(strongest) : "", changes);
                }
                from = end;
                strongest = 0;
                any = true;
            }
            if (end < text.length()) {
                char c = text.charAt(end);
                strongest = rank(c) > rank(strongest) ? c : strongest;
            }
            i = end + 1;
        }
        changes.delete(from, text.length());
    }

    private static int rank(char separator) {
        return separator == '\n' ? 3 : separator == '\t' ? 2 : separator == ' ' ? 1 : 0;
    }

    private boolean stays(String text, int start, int end) {
        if (end - start <= max || text.codePointCount(start, end) <= max) {
            return true;
        }
        int from = start;
        int to = end;
        while (from < end && isSpecial(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (to > from && isSpecial(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return to > from && text.codePointCount(from, to) <= max;
    }

    private static boolean isSpecial(int c) {
        if (c < 0x80) {
            return c > 0x20 ? !Characters.isAsciiLetter((char) c) && c != 0x7F : c == ' ' || (c >= 9 && c <= 13);
        }
        boolean space = c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
        boolean flag = c >= 0x1F1E6 && c <= 0x1F1FF;
        return space || SPECIAL.indexOf(c) >= 0 || (!flag && UCharacter.hasBinaryProperty(c, UProperty.EMOJI));
    }
}
