package lathe.tokenize.wordpiece;

import java.util.function.UnaryOperator;
import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.text.Unicode;
import lathe.text.unicode.LowerCase;
import lathe.text.unicode.NormalForm;
import lathe.text.unicode.OlderClass;
import lathe.tokenize.train.TextCutter;
import lathe.tokenize.train.TextForm;
import lathe.tokenize.train.WholeTokens;

/**
 * BERT's normalizer and pre-tokenizer: control characters go, each Chinese character and each punctuation mark is a
 * word, other words end at blanks, which are not counted.
 */
final class BertCutter implements TextCutter {
    private final UnaryOperator<String> form;
    private final boolean lowercase;
    private final boolean splitDigits;
    private final WholeTokens whole;

    BertCutter(TokenizerSettings.Train settings) throws Failure {
        form = TextForm.of(settings.normalizer()).change();
        lowercase = settings.lowercase();
        splitDigits = settings.splitDigits();
        whole = new WholeTokens(settings.userDefined(), this::formed);
    }

    @Override
    public void cut(String text, Pieces pieces) {
        whole.between(formed(text), part -> words(part, pieces));
    }

    private String formed(String text) {
        String clean = clean(form.apply(text));
        return lowercase ? plain(clean) : clean;
    }

    /** Small letters without accents. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        NormalForm.NFD.of(text).codePoints().forEach(c -> {
            if (!OlderClass.is(c, OlderClass.NONSPACING)) {
                plain.appendCodePoint(LowerCase.of(c));
            }
            if (c == LowerCase.DOTTED_I) {
                plain.appendCodePoint(LowerCase.DOT_ABOVE);
            }
        });
        return plain.toString();
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean control = OlderClass.is(c, OlderClass.OTHER);
            if (c == '\t' || c == '\n' || c == '\r' || (Unicode.isWhiteSpace(c) && !control)) {
                clean.append(' ');
            } else if (isChinese(c)) {
                clean.append(' ').appendCodePoint(c).append(' ');
            } else if (c != 0xFFFD && c != 0 && !control) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    /** The blocks that BERT names; Hugging Face's tokenizers begin the fifth at U+2B920, and so does this. */
    private static boolean isChinese(int c) {
        return c >= 0x3400
                && (c <= 0x4DBF
                        || (c >= 0x4E00 && c <= 0x9FFF)
                        || (c >= 0xF900 && c <= 0xFAFF)
                        || (c >= 0x20000 && c <= 0x2A6DF)
                        || (c >= 0x2A700 && c <= 0x2B81F)
                        || (c >= 0x2B920 && c <= 0x2CEAF)
                        || (c >= 0x2F800 && c <= 0x2FA1F));
    }

    private void words(String text, Pieces pieces) {
        int from = 0;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            boolean blank = Unicode.isWhiteSpace(c);
            if (blank || isAlone(c)) {
                word(text, from, at, pieces);
                word(text, blank ? next : at, next, pieces);
                from = next;
            }
            at = next;
        }
        word(text, from, text.length(), pieces);
    }

    private static void word(String text, int from, int to, Pieces pieces) {
        if (to > from) {
            pieces.piece(text, from, to);
        }
    }

    private boolean isAlone(int c) {
        return OlderClass.is(c, OlderClass.PUNCTUATION) || (splitDigits && OlderClass.is(c, OlderClass.NUMERIC));
    }
}
