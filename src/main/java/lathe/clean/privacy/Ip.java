package lathe.clean.privacy;

/** The forms of addresses of the Internet Protocol: RFC 791 for version 4, RFC 4291 for version 6. */
final class Ip {
    private Ip() {}

    /** End of four decimal numbers up to 255 with points between them, or -1; no number begins with a zero. */
    static int version4(String text, int from) {
        int at = from;
        for (int part = 0; part < 4; part++) {
            int end = at;
            int value = 0;
            while (end < text.length() && end - at < 4 && Chars.isDigit(text.charAt(end))) {
                value = 10 * value + text.charAt(end++) - '0';
            }
            boolean wrong = end == at || value > 255 || (end - at > 1 && text.charAt(at) == '0');
            if (wrong || (part < 3 && Chars.at(text, end) != '.')) {
                return -1;
            }
            at = part < 3 ? end + 1 : end;
        }
        return at;
    }

    /** Whether a stretch is an address of version 6: eight groups, or fewer with one run of zeros left out. */
    static boolean isVersion6(String text, int from, int to) {
        int groups = 0;
        boolean left = false;
        int at = from;
        while (at < to) {
            if (text.startsWith("::", at) && at + 2 <= to) {
                if (left) {
                    return false;
                }
                left = true;
                at += 2;
                continue;
            }
            if (groups > 0 && text.charAt(at - 1) != ':') {
                if (text.charAt(at) != ':') {
                    return false;
                }
                at++;
            }
            int end = group(text, at, to);
            if (end < 0) {
                int last = version4(text, at);
                return last == to && complete(groups + 2, left);
            }
            groups++;
            at = end;
        }
        return complete(groups, left) && text.charAt(to - 1) != '.';
    }

    private static boolean complete(int groups, boolean left) {
        return left ? groups < 8 : groups == 8;
    }

    /** End of one to four hexadecimal digits that a colon or the end follows, or -1. */
    private static int group(String text, int from, int to) {
        int end = from;
        while (end < to && end - from < 5 && Chars.isHex(text.charAt(end))) {
            end++;
        }
        boolean right = end > from && end - from <= 4 && (end == to || text.charAt(end) == ':');
        return right ? end : -1;
    }
}
