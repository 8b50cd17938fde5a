package lathe.clean.privacy;

import java.util.Locale;
import java.util.Set;
import lathe.text.EntryTrie;
import lathe.text.Scripts;

/**
 * E-mail addresses, beside Chinese text too: the part before the @ is what addresses are made of in ASCII, or letters
 * of other alphabets, never Chinese; domains may be international.
 */
final class EmailDetector implements Detector {
    private static final String LOCAL = "._%+-'";
    private static final int LONGEST_LOCAL = 64;
    private static final Set<String> FILES =
            Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "css", "js", "ts", "json", "html", "php", "py");
    private static final EntryTrie CHINESE_ENDINGS = EntryTrie.of(Set.of(
            "中国", "中國", "公司", "网络", "網絡", "香港", "台湾", "台灣", "澳门", "澳門", "政务", "公益", "在线", "网址", "网站", "商城", "商标", "集团",
            "我爱你", "游戏", "企业", "信息", "世界", "新加坡", "手机", "移动", "购物"));

    @Override
    public void find(String text, Sink sink) {
        for (int at = next(text, 0); at >= 0; at = next(text, at + 1)) {
            int from = local(text, at);
            int to = from < at ? domain(text, at + 1) : -1;
            if (to > 0 && !isUserOfHost(text, from, at, to)) {
                sink.found(from, to);
            }
        }
    }

    private static int next(String text, int from) {
        int ascii = text.indexOf('@', from);
        int wide = text.indexOf('＠', from);
        return ascii < 0 || (wide >= 0 && wide < ascii) ? wide : ascii;
    }

    private static int local(String text, int at) {
        int from = at;
        while (from > 0 && at - from < LONGEST_LOCAL && isLocal(text.charAt(from - 1))) {
            from--;
        }
        // Quotes, brackets and points before an address do not belong to it.
        while (from < at && !Character.isLetterOrDigit(text.charAt(from)) && text.charAt(from) != '_') {
            from++;
        }
        return text.charAt(at - (from < at ? 1 : 0)) == '.' ? at : from;
    }

    private static boolean isLocal(char c) {
        return Chars.isAlnum(c) || LOCAL.indexOf(c) >= 0 || isForeign(c);
    }

    /** Letters of spaced scripts beyond ASCII. */
    private static boolean isForeign(char c) {
        return c >= 0xC0 && Character.isLetter(c) && !Scripts.isUnspaced(c) && !isWide(c);
    }

    private static boolean isWide(char c) {
        return c >= 0xFF00 && c <= 0xFFEF;
    }

    /** End of the domain that begins at a place; -1 if there is none that can receive mail. */
    private static int domain(String text, int from) {
        int best = -1;
        int at = from;
        for (int labels = 0; labels < 10; labels++) {
            int end = label(text, at);
            int top = labels > 0 ? top(text, at, end) : -1;
            best = top > 0 ? top : best;
            if (end == at || Chars.at(text, end) != '.') {
                break;
            }
            at = end + 1;
        }
        return best;
    }

    /** End of a label, which is of Chinese characters or of others. */
    private static int label(String text, int from) {
        int at = from;
        boolean chinese = Chars.isHan(Chars.at(text, from));
        while (at < text.length() && at - from < 63 && isLabel(text.charAt(at), chinese)) {
            at++;
        }
        while (at > from && text.charAt(at - 1) == '-') {
            at--;
        }
        return at;
    }

    private static boolean isLabel(char c, boolean chinese) {
        return chinese ? Chars.isHan(c) : Chars.isAlnum(c) || c == '-' || isForeign(c);
    }

    /** End of a label that may end a domain, or -1. */
    private static int top(String text, int from, int to) {
        if (Chars.isHan(Chars.at(text, from))) {
            return CHINESE_ENDINGS.longest(text, from);
        }
        String label = text.substring(from, to).toLowerCase(Locale.ROOT);
        boolean letters = label.startsWith("xn--") || label.chars().allMatch(Character::isLetter);
        return to - from >= 2 && letters && !FILES.contains(label) ? to : -1;
    }

    /** Users of hosts, git@host:path and scheme://user@host, are no mail. */
    private static boolean isUserOfHost(String text, int from, int at, int to) {
        boolean repository = text.startsWith("git", from) && at - from == 3 && Chars.at(text, to) == ':';
        return repository || text.startsWith("://", from - 3);
    }
}
