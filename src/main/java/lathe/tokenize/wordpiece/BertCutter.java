package lathe.tokenize.wordpiece;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;
import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.text.Unicode;
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
        if (!lowercase) {
            return clean;
        }
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(clean, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\t' || c == '\n' || c == '\r' || (Unicode.isWhiteSpace(c) && !isControl(c))) {
                clean.append(' ');
            } else if (isChinese(c)) {
                clean.append(' ').appendCodePoint(c).append(' ');
            } else if (c != 0xFFFD && !isControl(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    private static boolean isControl(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.PRIVATE_USE;
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
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> splitDigits;
            default -> c < 0x80 && "$+<=>^`|~".indexOf(c) >= 0;
        };
    }
}
