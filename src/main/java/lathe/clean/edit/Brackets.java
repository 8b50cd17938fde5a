package lathe.clean.edit;

import java.util.Arrays;
import lathe.recipe.PunctuationForm;

/** Which round brackets of a text become full-width or ASCII: always both of a pair, which stands on one line. */
final class Brackets {
    private static final byte CHINESE = 1;
    private static final byte ASCII = 2;

    private final String text;
    private final Neighbours near;
    private final PunctuationForm form;
    private final byte[] verdict;

    Brackets(String text, Neighbours near, PunctuationForm form) {
        this.text = text;
        this.near = near;
        this.form = form;
        verdict = new byte[text.length()];
        judgeAll();
    }

    private void judgeAll() {
        int[] open = new int[16];
        int[] lettersAtOpen = new int[16];
        int depth = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                depth = 0;
            } else if (c == '(' || c == '（') {
                if (depth == open.length) {
                    open = Arrays.copyOf(open, 2 * depth);
                    lettersAtOpen = Arrays.copyOf(lettersAtOpen, 2 * depth);
                }
                open[depth] = i;
                lettersAtOpen[depth++] = letters;
            } else if ((c == ')' || c == '）') && depth > 0) {
                depth--;
                judge(open[depth], i, letters > lettersAtOpen[depth]);
            } else if (c >= 0x2E80 && Characters.isCjk(text.codePointAt(i))) {
                letters++;
            }
        }
    }

    private void judge(int from, int to, boolean chineseInside) {
        byte found =
                switch (form) {
                    case AUTO -> auto(from, to, chineseInside);
                    case CHINESE ->
                        chineseInside || from == 0 || !Characters.isAsciiAlnum(text.charAt(from - 1)) ? CHINESE : 0;
                    case ASCII -> ASCII;
                };
        verdict[from] = found;
        verdict[to] = found;
    }

    private byte auto(int from, int to, boolean chineseInside) {
        boolean before = near.left(from) == Neighbours.CJK;
        boolean behind = near.right(to) == Neighbours.CJK;
        // 一个(m+1)x(n+1)的 is a formula
        boolean formula = !chineseInside && to + 1 < text.length() && Characters.isAsciiAlnum(text.charAt(to + 1));
        if (before && !formula && touchesChinese(from)) {
            return CHINESE;
        }
        if (chineseInside) {
            boolean alone = near.left(from) == Neighbours.NONE && near.right(to) == Neighbours.NONE;
            return before || behind || alone ? CHINESE : 0;
        }
        boolean letters = near.left(from) + near.right(to) + near.right(from) > 0;
        return !before && !behind && letters ? ASCII : 0;
    }

    private boolean touchesChinese(int from) {
        int before = text.codePointBefore(from);
        return Characters.isCjk(before) || "”’」』）》】〉".indexOf(before) >= 0;
    }

    boolean becomesChinese(int at) {
        return verdict[at] == CHINESE;
    }

    boolean becomesAscii(int at) {
        return verdict[at] == ASCII;
    }
}
