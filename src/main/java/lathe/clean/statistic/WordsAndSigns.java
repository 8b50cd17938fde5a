package lathe.clean.statistic;

import lathe.clean.rule.View;
import lathe.text.Characters;
import lathe.text.Spans;

/** Tokens without a tokenizer: words, and each sign outside of words that is neither blank nor mark. */
final class WordsAndSigns {
    private WordsAndSigns() {}

    static double count(View view) {
        Spans words = view.words();
        int signs = 0;
        int from = 0;
        for (int i = 0; i < words.size(); i++) {
            signs += signs(view.text(), from, words.from(i));
            from = words.to(i);
        }
        return words.size() + signs + signs(view.text(), from, view.text().length());
    }

    private static int signs(String text, int from, int to) {
        int signs = 0;
        for (int at = from; at < to; ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            signs += Characters.is(c, Characters.BLANK | Characters.MARK) ? 0 : 1;
        }
        return signs;
    }
}
