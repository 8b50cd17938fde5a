package lathe.text.chat;

import lathe.text.jinja.Rendered.Span;

/**
 * Finds the special token that ends an answer. What stops a model belongs to what it learns to write, also where a
 * template leaves it out of its marks; what stands behind it does not.
 *
 * @param text a whole conversation
 */
record EndMark(SpecialTokens special, String text) {

    /** The special token that follows an answer in a conversation that ends with it; empty where none does. */
    String after(String conversation, Span answer) {
        if (conversation.length() < answer.end() || !text.startsWith(conversation.substring(0, answer.end()))) {
            return "";
        }
        int from = pastBlanks(conversation, answer.end());
        return conversation.substring(from, special.endOfTokenAt(conversation, from));
    }

    /** The answer up to its end mark, with it. */
    Span with(Span answer, String closing) {
        int end = answer.end();
        while (end > answer.start() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (special.endWith(text.substring(answer.start(), end))) {
            return new Span(answer.start(), end);
        }
        int from = pastBlanks(text, answer.end());
        return !closing.isEmpty() && text.startsWith(closing, from)
                ? new Span(answer.start(), from + closing.length())
                : answer;
    }

    private static int pastBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
