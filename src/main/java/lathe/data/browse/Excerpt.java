package lathe.data.browse;

import java.nio.charset.StandardCharsets;

/**
 * The first words of a record, from the first bytes of its stored content: a record of a gigabyte costs no more than
 * one of a line.
 */
final class Excerpt {
    private static final int MOST = 160;
    private static final String[] KEYS = {"\"text\":\"", "\"content\":\""};

    private final String json;
    private final StringBuilder words = new StringBuilder();

    private Excerpt(String json) {
        this.json = json;
    }

    /**
     * On one line.
     *
     * @param start the beginning of stored content; it may end within a string, an escape or a character
     * @param whole whether that is all of it
     */
    static String of(byte[] start, boolean whole) {
        Excerpt excerpt = new Excerpt(new String(start, StandardCharsets.UTF_8));
        excerpt.read();
        String line = excerpt.words.toString().replaceAll("\\s+", " ").strip();
        int characters = line.codePointCount(0, line.length());
        if (characters <= MOST) {
            // a character that was cut in two is no part of the text
            return whole ? line : line.replaceAll("\uFFFD+$", "") + "…";
        }
        return line.substring(0, line.offsetByCodePoints(0, MOST)) + "…";
    }

    /** A key cannot stand within a string, where its quotes would be escaped. */
    private void read() {
        int at = next(0);
        while (at >= 0) {
            at = next(string(at));
        }
    }

    private int next(int from) {
        int best = -1;
        for (String key : KEYS) {
            int found = json.indexOf(key, from);
            if (found >= 0 && (best < 0 || found + key.length() < best)) {
                best = found + key.length();
            }
        }
        return best;
    }

    /** Reads a string up to its closing quote, or as far as it goes. */
    private int string(int from) {
        int at = from;
        while (at < json.length() && json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? escape(at) : plain(at);
        }
        words.append('\n');
        return at;
    }

    private int plain(int at) {
        words.append(json.charAt(at));
        return 1;
    }

    private int escape(int at) {
        if (at + 1 >= json.length()) {
            return 1;
        }
        char letter = json.charAt(at + 1);
        if (letter == 'u') {
            if (at + 6 <= json.length()) {
                words.append((char) Integer.parseInt(json.substring(at + 2, at + 6), 16));
            }
            return 6;
        }
        words.append("nrtbf".indexOf(letter) >= 0 ? ' ' : letter);
        return 2;
    }
}
