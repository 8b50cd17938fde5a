package lathe.ingest.folder;

import com.google.re2j.Pattern;

/** Makes a regular expression of a shell pattern with git's {@code **}. */
final class Glob {
    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int at;

    Glob(String glob) {
        this.glob = glob;
    }

    String regex() {
        while (at < glob.length()) {
            char c = glob.charAt(at);
            switch (c) {
                case '*' -> stars();
                case '?' -> add("[^/]");
                case '[' -> bracket();
                case '\\' -> escaped();
                default -> add(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
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
            regex.append(at == 0 ? ".*" : ".+");
        } else {
            regex.append("(?:.*/)?");
            end++;
        }
        at = end;
    }

    private void escaped() {
        at++;
        if (at < glob.length()) {
            add(Pattern.quote(String.valueOf(glob.charAt(at))));
        }
    }

    /** A class of characters, which never has the slash; a bracket that does not close is itself. */
    private void bracket() {
        int from = at + 1;
        boolean not = from < glob.length() && (glob.charAt(from) == '!' || glob.charAt(from) == '^');
        from += not ? 1 : 0;
        int end = glob.indexOf(']', from + 1); // a bracket in the first place is a member
        if (end < 0) {
            add("\\[");
            return;
        }
        String members =
                glob.substring(from, end).replace("\\", "").replace("[", "\\[").replace("]", "\\]");
        regex.append(not ? "[^/" : "[").append(members.replace("^", "\\^")).append(']');
        at = end + 1;
    }
}
