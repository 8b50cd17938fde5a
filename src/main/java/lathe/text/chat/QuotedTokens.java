package lathe.text.chat;

import java.util.ArrayList;
import java.util.List;
import lathe.data.Message;

/**
 * Special tokens that messages quote. They are words of somebody, not marks of the template: in each a character is
 * hidden that no text may hold, at which the rendered text is cut, so that no tokenizer finds the token.
 */
final class QuotedTokens {
    /** One of Unicode's noncharacters, which are not for interchange. */
    private static final char CUT = '\ufdd0';

    private QuotedTokens() {}

    /** How often messages quote a special token. */
    static int count(List<Message> messages, SpecialTokens special) {
        int count = 0;
        for (Message message : messages) {
            for (int at = 0; at < message.content().length(); at++) {
                int end = special.endOfTokenAt(message.content(), at);
                count += end > at ? 1 : 0;
                at = Math.max(at, end - 1);
            }
        }
        return count;
    }

    /** The messages with cuts in the special tokens that they quote. */
    static List<Message> cut(List<Message> messages, SpecialTokens special) {
        List<Message> cut = new ArrayList<>();
        for (Message message : messages) {
            cut.add(new Message(message.role(), cut(message.content(), special)));
        }
        return cut;
    }

    private static String cut(String content, SpecialTokens special) {
        StringBuilder out = new StringBuilder();
        for (int at = 0, next; at < content.length(); at = next) {
            next = content.offsetByCodePoints(at, 1);
            if (content.charAt(at) == CUT) {
                continue;
            }
            out.append(content, at, next);
            // behind the first character of every token, also of those that begin within another
            if (special.endOfTokenAt(content, at) > next) {
                out.append(CUT);
            }
        }
        return out.toString();
    }

    /** The pieces of a text between cuts; a text without cuts is one piece. */
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(CUT); at >= 0; at = text.indexOf(CUT, from)) {
            if (at > from) {
                pieces.add(text.substring(from, at));
            }
            from = at + 1;
        }
        if (from < text.length() || pieces.isEmpty()) {
            pieces.add(text.substring(from));
        }
        return pieces;
    }
}
