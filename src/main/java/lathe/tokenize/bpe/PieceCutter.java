package lathe.tokenize.bpe;

import java.util.function.UnaryOperator;
import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.text.encode.Splitter;
import lathe.text.unicode.OlderClass;
import lathe.tokenize.train.TextCutter;
import lathe.tokenize.train.TextForm;
import lathe.tokenize.train.WholeTokens;

/**
 * What a byte-level tokenizer does before merging, in its order: the text's form, user-defined tokens, digits, pattern.
 * User-defined tokens are not counted: they are whole already.
 */
final class PieceCutter implements TextCutter {
    private final UnaryOperator<String> form;
    private final WholeTokens whole;
    private final boolean splitDigits;
    private final Splitter splitter;

    PieceCutter(TokenizerSettings.Train settings) throws Failure {
        form = TextForm.of(settings.normalizer()).change();
        whole = new WholeTokens(settings.userDefined(), form);
        splitDigits = settings.splitDigits();
        splitter = Splitter.of(settings.pattern());
    }

    @Override
    public void cut(String text, Pieces pieces) {
        whole.between(form.apply(text), part -> between(part, pieces));
    }

    private void between(String text, Pieces pieces) {
        char[] chars = text.toCharArray();
        int from = 0;
        for (int at = 0; splitDigits && at < chars.length; ) {
            int c = Character.codePointAt(chars, at);
            int next = at + Character.charCount(c);
            if (OlderClass.is(c, OlderClass.NUMERIC)) {
                pattern(chars, from, at, pieces);
                pieces.piece(chars, at, next);
                from = next;
            }
            at = next;
        }
        pattern(chars, from, chars.length, pieces);
    }

    private void pattern(char[] text, int from, int to, Pieces pieces) {
        splitter.split(text, from, to, (start, end) -> pieces.piece(text, start, end));
    }
}
