package lathe.clean.privacy;

/** Addresses of the Internet Protocol, versions 4 and 6; not those that mean no machine or the own one. */
final class IpDetector implements Detector {
    private static final Context VERSION = new Context(
            14,
            "version",
            "versions",
            "ver",
            "v",
            "release",
            "build",
            "section",
            "chapter",
            "clause",
            "版本",
            "版",
            "第",
            "章",
            "条",
            "节",
            "固件",
            "驱动");

    @Override
    public void find(String text, Sink sink) {
        int length = text.length();
        for (int at = 0; at < length; at++) {
            char c = text.charAt(at);
            if ((Chars.isHex(c) || c == ':') && !Chars.isWordPart(Chars.at(text, at - 1))) {
                at = token(text, at, sink);
            }
        }
    }

    /** Looks at a run of digits, letters, colons and points; gives its last place. */
    private static int token(String text, int from, Sink sink) {
        int end = from;
        int colons = 0;
        int points = 0;
        while (end < text.length() && isPart(text.charAt(end))) {
            colons += text.charAt(end) == ':' ? 1 : 0;
            points += text.charAt(end) == '.' ? 1 : 0;
            end++;
        }
        boolean free = !Chars.isWordPart(Chars.at(text, end));
        if (colons >= 2 && free) {
            version6(text, from, end, sink);
        } else if (points >= 3) {
            version4(text, from, sink);
        }
        return Math.max(from, end - 1);
    }

    private static void version4(String text, int from, Sink sink) {
        int to = Ip.version4(text, from);
        char before = Chars.at(text, from - 1);
        char after = to < 0 ? 0 : Chars.at(text, to);
        boolean goesOn = Chars.isWordPart(after)
                || (after == '.' && Chars.isDigit(Chars.at(text, to + 1)))
                || (after == '-' && Chars.isAlnum(Chars.at(text, to + 1)));
        if (to > 0 && before != '.' && before != '-' && !goesOn && !isNoMachine(text, from, to)) {
            if (!VERSION.before(text, from)) {
                sink.found(from, to);
            }
        }
    }

    private static boolean isNoMachine(String text, int from, int to) {
        return text.startsWith("127.", from)
                || text.startsWith("255.", from)
                || text.substring(from, to).equals("0.0.0.0");
    }

    private static void version6(String text, int from, int end, Sink sink) {
        int to = end;
        while (to > from
                && (text.charAt(to - 1) == '.' || (text.charAt(to - 1) == ':' && Chars.at(text, to - 2) != ':'))) {
            to--;
        }
        if (Ip.isVersion6(text, from, to) && isTelling(text, from, to)) {
            sink.found(from, to);
        }
    }

    /** Slices and scopes of source code, such as 1::2 and abc::def, look like short addresses. */
    private static boolean isTelling(String text, int from, int to) {
        boolean digit = false;
        int longest = 0;
        int run = 0;
        for (int i = from; i < to; i++) {
            digit |= Chars.isDigit(text.charAt(i));
            run = Chars.isHex(text.charAt(i)) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return digit && longest >= 3;
    }

    private static boolean isPart(char c) {
        return Chars.isHex(c) || c == ':' || c == '.';
    }
}
