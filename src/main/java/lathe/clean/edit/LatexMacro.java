package lathe.clean.edit;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A macro.
 *
 * @param arguments how many it takes, 0 to 9
 * @param first what its first argument is where it is left out; null if it must be there
 * @param body what it stands for; #1 is the first argument
 */
record LatexMacro(int arguments, @Nullable String first, String body) {
    private static final Set<String> COMMANDS = Set.of("\\newcommand", "\\renewcommand", "\\providecommand");
    private static final int LONGEST_OPTION = 200;

    /**
     * A definition in a text.
     *
     * @param name the macro's, with its backslash
     * @param end behind the definition
     */
    record Definition(String name, LatexMacro macro, int end) {}

    /** The definition that begins at a command, or null. */
    static @Nullable Definition define(LatexScan scan, int from, int nameEnd) {
        String command = scan.text().substring(from, nameEnd);
        if (COMMANDS.contains(command)) {
            return command(scan, nameEnd);
        } else if (command.equals("\\def")) {
            return def(scan, nameEnd);
        }
        return command.equals("\\DeclareMathOperator") ? operator(scan, nameEnd) : null;
    }

    private static @Nullable Definition command(LatexScan scan, int from) {
        int at = scan.skipBlanks(scan.at(from) == '*' ? from + 1 : from);
        boolean braced = scan.at(at) == '{';
        int start = braced ? scan.skipBlanks(at + 1) : at;
        if (scan.at(start) != '\\') {
            return null;
        }
        int end = LatexParts.nameEnd(scan.text(), start);
        String name = scan.text().substring(start, end);
        at = scan.skipBlanks(end);
        if (braced) {
            if (scan.at(at) != '}') {
                return null;
            }
            at = scan.skipBlanks(at + 1);
        }
        int arguments = 0;
        if (scan.at(at) == '[' && Characters.isAsciiDigit(scan.at(at + 1)) && scan.at(at + 2) == ']') {
            arguments = scan.at(at + 1) - '0';
            at = scan.skipBlanks(at + 3);
        }
        String first = null;
        if (arguments > 0 && scan.at(at) == '[') {
            int close = optionEnd(scan, at);
            if (close < 0) {
                return null;
            }
            first = scan.text().substring(at + 1, close);
            at = scan.skipBlanks(close + 1);
        }
        return body(scan, at, name, arguments, first, "");
    }

    private static @Nullable Definition def(LatexScan scan, int from) {
        int at = scan.skipBlanks(from);
        if (scan.at(at) != '\\') {
            return null;
        }
        int end = LatexParts.nameEnd(scan.text(), at);
        String name = scan.text().substring(at, end);
        int arguments = 0;
        while (scan.at(end) == '#' && scan.at(end + 1) == '1' + arguments && arguments < 9) {
            arguments++;
            end += 2;
        }
        return body(scan, scan.skipBlanks(end), name, arguments, null, "");
    }

    private static @Nullable Definition operator(LatexScan scan, int from) {
        int at = scan.skipBlanks(scan.at(from) == '*' ? from + 1 : from);
        int close = scan.at(at) == '{' ? scan.closing(at) : -1;
        if (close < 0 || scan.at(at + 1) != '\\') {
            return null;
        }
        String name = scan.text().substring(at + 1, close).strip();
        return body(scan, scan.skipBlanks(close + 1), name, 0, null, "\\operatorname");
    }

    private static @Nullable Definition body(
            LatexScan scan, int at, String name, int arguments, @Nullable String first, String operator) {
        int close = scan.at(at) == '{' ? scan.closing(at) : -1;
        if (close < 0) {
            return null;
        }
        String inner = scan.text().substring(at + 1, close);
        String body = operator.isEmpty() ? inner.replace("\\xspace", "") : operator + "{" + inner + "}";
        return new Definition(name, new LatexMacro(arguments, first, body), close + 1);
    }

    private static int optionEnd(LatexScan scan, int open) {
        for (int i = open + 1; i < scan.text().length() && i - open < LONGEST_OPTION; i++) {
            if (scan.at(i) == ']') {
                return i;
            }
        }
        return -1;
    }

    /**
     * Writes the body with the arguments of a use in their places; returns the use's end, -1 if arguments are missing.
     */
    int fill(LatexScan scan, int from, StringBuilder out) {
        String[] given = new String[arguments];
        int at = from;
        for (int i = 0; i < arguments; i++) {
            int start = scan.skipBlanks(at);
            if (i == 0 && first != null) {
                int close = scan.at(start) == '[' ? optionEnd(scan, start) : -1;
                given[i] = close < 0 ? first : scan.text().substring(start + 1, close);
                at = close < 0 ? at : close + 1;
                continue;
            }
            boolean braced = scan.at(start) == '{';
            int end = braced ? scan.closing(start) : start >= scan.text().length() ? -1 : tokenEnd(scan, start);
            if (end < 0) {
                return -1;
            }
            given[i] = scan.text().substring(braced ? start + 1 : start, end);
            at = braced ? end + 1 : end;
        }
        for (int i = 0; i < body.length(); i++) {
            int number = i + 1 < body.length() && body.charAt(i) == '#' ? body.charAt(i + 1) - '1' : -1;
            if (number >= 0 && number < arguments) {
                out.append(given[number]);
                i++;
            } else {
                out.append(body.charAt(i));
            }
        }
        return arguments == 0 && scan.at(at) == '{' && scan.at(at + 1) == '}' ? at + 2 : at;
    }

    private static int tokenEnd(LatexScan scan, int start) {
        return scan.at(start) == '\\'
                ? LatexParts.nameEnd(scan.text(), start)
                : scan.text().offsetByCodePoints(start, 1);
    }
}
