package lathe.clean.statistic;

import lathe.text.Characters;

/** Characters of a text that belong to links: {@code scheme://…} and {@code www.…}, up to what no URL contains. */
final class Links {
    private static final String NOT_IN_LINKS = "\"<>\\^`{|}";
    private static final String NOT_AT_THE_END = ".,;:!?'\")]}";

    private Links() {}

    static int characters(String text) {
        int sum = 0;
        int scheme = text.indexOf("://");
        int www = text.indexOf("www.");
        int done = 0;
        while (scheme >= 0 || www >= 0) {
            boolean first = scheme >= 0 && (www < 0 || scheme < www);
            int from = first ? schemeStart(text, done, scheme) : www;
            int body = first ? scheme + 3 : www;
            int end = from;
            if (first ? from < scheme : !isPart(text, www - 1)) {
                end = end(text, body);
                sum += end > body ? end - from : 0;
            }
            done = Math.max(end, (first ? scheme : www) + 1);
            scheme = scheme >= 0 && scheme < done ? text.indexOf("://", done) : scheme;
            www = www >= 0 && www < done ? text.indexOf("www.", done) : www;
        }
        return sum;
    }

    private static int schemeStart(String text, int least, int colon) {
        int at = colon;
        while (at > least && isAsciiLetter(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isPart(String text, int at) {
        return at >= 0
                && text.charAt(at) < 0x80
                && (text.charAt(at) == '.' || Characters.is(text.charAt(at), Characters.LETTER | Characters.DIGIT));
    }

    private static int end(String text, int from) {
        int to = from;
        while (to < text.length() && isLinkChar(text.charAt(to))) {
            to++;
        }
        while (to > from && NOT_AT_THE_END.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return to;
    }

    private static boolean isLinkChar(char c) {
        return c > ' ' && c < 0x7F && NOT_IN_LINKS.indexOf(c) < 0;
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
