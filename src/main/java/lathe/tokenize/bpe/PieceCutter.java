package lathe.tokenize.bpe;

import java.util.function.UnaryOperator;
import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.text.encode.Splitter;
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
        if (!splitDigits) {
            pattern(text, pieces);
            return;
        }
        int from = 0;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            if (isNumber(c)) {
                pattern(text.substring(from, at), pieces);
                pieces.piece(text, at, next);
                from = next;
            }
            at = next;
        }
        pattern(text.substring(from), pieces);
    }

    private void pattern(String text, Pieces pieces) {
        splitter.split(text, (from, to) -> pieces.piece(text, from, to));
    }

    /** What Hugging Face's Digits takes for one: all characters of the category N. */
    private static boolean isNumber(int c) {
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }
}
