package lathe.clean.privacy;

/**
 * The user and password of a link, {@code scheme://user:password@host}: RFC 3986 calls them userinfo. What is found is
 * {@code user:password}; what only stands for one, such as {@code $PASSWORD}, is not.
 */
final class UrlCredentialsDetector implements Detector {
    private static final String ENDS = "/?#\"'<>\\`（）()，。；、“”";

    @Override
    public void find(String text, Sink sink) {
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
            if (at > 0 && Chars.isAlnum(text.charAt(at - 1))) {
                authority(text, at + 3, sink);
            }
        }
    }

    private static void authority(String text, int from, Sink sink) {
        int end = from;
        int host = -1;
        while (end < text.length() && isPart(text.charAt(end))) {
            host = text.charAt(end) == '@' ? end : host;
            end++;
        }
        int colon = text.indexOf(':', from);
        boolean both = host > 0 && colon >= from && colon < host - 1 && end > host + 1;
        if (both && !isPlaceholder(text, colon + 1, host)) {
            sink.found(from, host);
        }
    }

    private static boolean isPart(char c) {
        return c > ' ' && c < 0x7F && ENDS.indexOf(c) < 0;
    }

    private static boolean isPlaceholder(String text, int from, int to) {
        char first = text.charAt(from);
        boolean stars = text.substring(from, to).chars().allMatch(c -> c == '*' || c == 'x' || c == 'X' || c == '.');
        return first == '$' || first == '{' || first == '[' || first == '%' || stars;
    }
}
