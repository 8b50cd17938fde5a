package lathe.ingest.folder;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a regular expression of a shell pattern with git's {@code **}. */
final class Glob {
    private static final Pattern NAMED = Pattern.compile("\\[:[a-z]+:]");

    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int at;

    private Glob(String glob) {
        this.glob = glob;
    }

    /** The expression; null for a pattern that matches nothing: an open bracket, a backslash at its end. */
    static @Nullable String regex(String glob) {
        Glob made = new Glob(glob);
        while (made.at < glob.length()) {
            if (!made.next()) {
                return null;
            }
        }
        return made.regex.toString();
    }

    private boolean next() {
        char c = glob.charAt(at);
        switch (c) {
            case '*' -> stars();
            case '?' -> add("[^/]");
            case '[' -> {
                return bracket();
            }
            case '\\' -> {
                return escaped();
            }
            default -> add(quoted(c));
        }
        return true;
    }

    private static String quoted(char c) {
        return com.google.re2j.Pattern.quote(String.valueOf(c));
    }

    private void add(String part) {
        regex.append(part);
        at++;
    }

    /** Two stars between slashes are folders of any number; all others stay within a name. */
    private void stars() {
        int end = at;
        while (end < glob.length() && glob.charAt(end) == '*') {
            end++;
        }
        boolean begins = at == 0 || glob.charAt(at - 1) == '/';
        boolean ends = end == glob.length();
        boolean folders = end - at == 2 && begins && (ends || glob.charAt(end) == '/');
        if (!folders) {
            regex.append("[^/]*");
        } else if (ends) {
            regex.append(".*");
        } else {
            regex.append("(?:.*/)?");
            end++;
        }
        at = end;
    }

    private boolean escaped() {
        at++;
        if (at == glob.length()) {
            return false;
        }
        add(quoted(glob.charAt(at)));
        return true;
    }

    private static String member(char c) {
        return "[]^&\\".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c);
    }

    /** A class of characters, which never has the slash. A bracket in its first place is a member. */
    private boolean bracket() {
        int from = at + 1;
        boolean not = from < glob.length() && (glob.charAt(from) == '!' || glob.charAt(from) == '^');
        from += not ? 1 : 0;
        StringBuilder members = new StringBuilder();
        int end = from;
        while (end < glob.length() && (end == from || glob.charAt(end) != ']')) {
            Matcher named = NAMED.matcher(glob).region(end, glob.length());
            boolean isNamed = named.lookingAt();
            members.append(isNamed ? named.group() : member(glob.charAt(end)));
            end += isNamed ? named.group().length() : 1;
        }
        if (end >= glob.length()) {
            return false;
        }
        regex.append(not ? "[^/" : "[").append(members).append(']');
        at = end + 1;
        return true;
    }
}
