package lathe.text.encode.decode;

import java.util.ArrayList;
import java.util.List;

/** Decoders that put words together. */
final class WordDecoders {
    private static final String[][] CLEANED = {
        {" .", "."},
        {" ?", "?"},
        {" !", "!"},
        {" ,", ","},
        {" ' ", "'"},
        {" n't", "n't"},
        {" 'm", "'m"},
        {" do not", " don't"},
        {" 's", "'s"},
        {" 've", "'ve"},
        {" 're", "'re"}
    };

    private WordDecoders() {}

    private static String cleaned(String text) {
        String cleaned = text;
        for (String[] rule : CLEANED) {
            cleaned = cleaned.replace(rule[0], rule[1]);
        }
        return cleaned;
    }

    /** Pieces without the prefix begin a word. */
    static List<String> wordPiece(List<String> pieces, String prefix, boolean cleanup) {
        List<String> texts = new ArrayList<>();
        for (String piece : pieces) {
            String text = piece;
            if (!texts.isEmpty()) {
                text = piece.startsWith(prefix) ? piece.substring(prefix.length()) : " " + piece;
            }
            texts.add(cleanup ? cleaned(text) : text);
        }
        return texts;
    }

    /** Pieces with the suffix end a word. */
    static List<String> bpe(List<String> pieces, String suffix) {
        List<String> texts = new ArrayList<>();
        for (String piece : pieces) {
            texts.add(piece.replace(suffix, texts.size() == pieces.size() - 1 ? "" : " "));
        }
        return texts;
    }

    /** Pieces that repeat are one; what separates them vanishes. */
    static List<String> ctc(List<String> pieces, String pad, String delimiter, boolean cleanup) {
        List<String> texts = new ArrayList<>();
        String last = null;
        for (String piece : pieces) {
            if (!piece.equals(last)) {
                String text = piece.replace(pad, "");
                text = cleanup ? cleaned(text).replace(delimiter, " ") : text;
                if (!text.isEmpty()) {
                    texts.add(text);
                }
            }
            last = piece;
        }
        return texts;
    }

    /** The replacement is a space, except at the beginning. */
    static List<String> metaspace(List<String> pieces, String replacement, boolean prefixed) {
        List<String> texts = new ArrayList<>();
        for (String piece : pieces) {
            texts.add(piece.replace(replacement, texts.isEmpty() && prefixed ? "" : " "));
        }
        return texts;
    }

    /** Drops a character from both ends of each piece, so many times at most. */
    static String stripped(String piece, String character, int start, int stop) {
        int from = 0;
        for (int n = 0; n < start && piece.startsWith(character, from); n++) {
            from += character.length();
        }
        int to = piece.length();
        for (int n = 0;
                n < stop && to - character.length() >= from && piece.startsWith(character, to - character.length());
                n++) {
            to -= character.length();
        }
        return piece.substring(from, to);
    }
}
