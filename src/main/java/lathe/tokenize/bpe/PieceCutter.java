package lathe.tokenize.bpe;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;
import lathe.text.encode.Splitter;
import lathe.tokenize.train.TextCutter;
import lathe.tokenize.train.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * What a byte-level tokenizer does before merging, in its order: the text's form, user-defined tokens, digits, pattern.
 * User-defined tokens are not counted: they are whole already.
 */
final class PieceCutter implements TextCutter {
    private final UnaryOperator<String> form;
    private final @Nullable Pattern userDefined;
    private final boolean splitDigits;
    private final Splitter splitter;

    PieceCutter(TokenizerSettings.Train settings) throws Failure {
        form = TextForm.of(settings.normalizer()).change();
        userDefined = anyOf(settings.userDefined(), form);
        splitDigits = settings.splitDigits();
        splitter = Splitter.of(settings.pattern());
    }

    /** Of several that begin at the same place the longest counts, as in Hugging Face's tokenizers. */
    private static @Nullable Pattern anyOf(List<String> tokens, UnaryOperator<String> form) {
        if (tokens.isEmpty()) {
            return null;
        }
        return Pattern.compile(tokens.stream()
                .map(form)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }

    @Override
    public void cut(String text, Pieces pieces) {
        String formed = form.apply(text);
        if (userDefined == null) {
            between(formed, pieces);
            return;
        }
        Matcher token = userDefined.matcher(formed);
        int from = 0;
        while (token.find()) {
            between(formed.substring(from, token.start()), pieces);
            from = token.end();
        }
        between(formed.substring(from), pieces);
    }

    private void between(String text, Pieces pieces) {
        if (!splitDigits) {
            splitter.split(text, (from, to) -> pieces.piece(text, from, to));
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
