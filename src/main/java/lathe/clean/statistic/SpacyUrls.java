package lathe.clean.statistic;

/**
 * What spaCy takes for a URL and leaves whole: an optional scheme and user, a public IPv4 address or a host name with a
 * top-level domain in small letters, an optional port and path.
 */
final class SpacyUrls {
    private static final int LONGEST_LABEL = 64;
    private static final int LONGEST_DOMAIN = 63;

    private SpacyUrls() {}

    static boolean matches(String text, int from, int to) {
        String url = text.substring(from, to);
        if (url.indexOf('.') < 0) {
            return false;
        }
        int scheme = url.indexOf("://");
        boolean hasScheme = scheme >= 2 && isScheme(url, scheme);
        if (host(url, 0) || (hasScheme && host(url, scheme + 3))) {
            return true;
        }
        for (int at = url.indexOf('@', 1); at >= 0; at = url.indexOf('@', at + 1)) {
            if (host(url, at + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isScheme(String url, int end) {
        for (int i = 0; i < end; i++) {
            char c = url.charAt(i);
            if (!Python.isAlnum(c) && "_+-.".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean host(String url, int from) {
        int end = from;
        while (end < url.length() && ":/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return rest(url, end) && (domain(url, from, end) || address(url.substring(from, end)));
    }

    private static boolean rest(String url, int from) {
        int at = from;
        if (at < url.length() && url.charAt(at) == ':') {
            int digits = 0;
            for (at++; at < url.length() && Character.isDigit(url.charAt(at)); at++) {
                digits++;
            }
            if (digits < 2 || digits > 5) {
                return false;
            }
        }
        return at == url.length() || "/?#".indexOf(url.charAt(at)) >= 0;
    }

    private static boolean domain(String url, int from, int to) {
        int dot = url.lastIndexOf('.', to - 1);
        if (dot <= from || !isTopLevel(url, dot + 1, to)) {
            return false;
        }
        int start = from;
        for (int at = from; at <= dot; at++) {
            if (url.charAt(at) == '.') {
                if (!isLabel(url, start, at)) {
                    return false;
                }
                start = at + 1;
            }
        }
        return true;
    }

    private static boolean isTopLevel(String url, int from, int to) {
        int length = url.codePointCount(from, to);
        return length >= 2
                && length <= LONGEST_DOMAIN
                && url.substring(from, to).codePoints().allMatch(SpacyAffixes::isLower);
    }

    private static boolean isLabel(String url, int from, int to) {
        if (to == from || to - from > LONGEST_LABEL || !isEdge(url.charAt(from)) || !isEdge(url.charAt(to - 1))) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = url.charAt(i);
            if (!isEdge(c) && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isEdge(char c) {
        return (c >= 0xA1 && !Character.isSurrogate(c)) || (c < 0x80 && Python.isAlnum(c));
    }

    private static boolean address(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        int[] octets = new int[4];
        for (int i = 0; i < 4; i++) {
            if (!parts[i].matches("[0-9]{1,3}")) {
                return false;
            }
            octets[i] = Integer.parseInt(parts[i]);
        }
        boolean plain = !parts[0].startsWith("0") && !parts[3].startsWith("0");
        return plain
                && octets[0] <= 223
                && octets[1] <= 255
                && octets[2] <= 255
                && octets[3] <= 254
                && isPublic(octets);
    }

    private static boolean isPublic(int[] octets) {
        return switch (octets[0]) {
            case 10, 127 -> false;
            case 169 -> octets[1] != 254;
            case 192 -> octets[1] != 168;
            case 172 -> octets[1] < 16 || octets[1] > 31;
            default -> true;
        };
    }
}
