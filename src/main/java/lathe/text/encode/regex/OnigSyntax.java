package lathe.text.encode.regex;

import com.ibm.icu.text.UnicodeSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import lathe.text.encode.UncoveredException;

/**
 * Writes an expression of Oniguruma's Ruby syntax in Java's, so that it means the same. What would not mean the same is
 * refused.
 */
final class OnigSyntax {
    private static final Pattern COUNT = Pattern.compile("\\{(\\d+)?(,(\\d+)?)?}");
    private static final Pattern MANY_FOLDS = Pattern.compile("(?i)ss|ff|fi|fl|st");

    private final String source;
    private final UnicodeSet names = new UnicodeSet();
    private final OnigSets sets;
    private final StringBuilder java = new StringBuilder();
    private final StringBuilder folded = new StringBuilder();
    private final Deque<Boolean> groups = new ArrayDeque<>();
    private boolean ignoreCase;
    private int at;

    private OnigSyntax(String source, UnicodeSet named) {
        this.source = source;
        sets = new OnigSets(named, names);
    }

    /** The characters that an expression names, not by category but one by one. */
    static UnicodeSet named(String source) throws UncoveredException {
        OnigSyntax syntax = new OnigSyntax(source, new UnicodeSet());
        syntax.translate();
        return syntax.names;
    }

    /** The expression in Java's syntax; categories include those named characters of which this Java is wrong. */
    static String java(String source, UnicodeSet named) throws UncoveredException {
        OnigSyntax syntax = new OnigSyntax(source, named);
        syntax.translate();
        return syntax.java.toString();
    }

    private UncoveredException uncovered(String what) {
        return new UncoveredException("the regular expression " + source + " (" + what + ")");
    }

    private void translate() throws UncoveredException {
        while (at < source.length()) {
            char c = source.charAt(at);
            switch (c) {
                case '\\' -> escape(false);
                case '[' -> characterClass();
                case '(' -> group();
                case ')' -> endGroup();
                case '{' -> count();
                default -> literal();
            }
        }
    }

    private char next() throws UncoveredException {
        if (at >= source.length()) {
            throw uncovered("it ends too early");
        }
        return source.charAt(at++);
    }

    private boolean follows(String text) {
        return source.startsWith(text, at);
    }

    private void literal() throws UncoveredException {
        int point = source.codePointAt(at);
        at += Character.charCount(point);
        fold(point);
        java.appendCodePoint(point);
        if ((point == '+' || point == '*' || point == '?') && ignoreCase) {
            folded.append('|');
        }
    }

    /** Ignoring case is simple only for ASCII letters of which no two fold together. */
    private void fold(int point) throws UncoveredException {
        if (ignoreCase) {
            folded.appendCodePoint(point);
            if (point > 0x7F || MANY_FOLDS.matcher(folded).find()) {
                throw uncovered("case ignored");
            }
        }
    }

    private void group() throws UncoveredException {
        groups.push(ignoreCase);
        folded.append('|');
        for (String kind : new String[] {"(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>"}) {
            if (follows(kind)) {
                at += kind.length();
                java.append(kind);
                return;
            }
        }
        if (follows("(?i:") || follows("(?i)")) {
            ignoreCase = true;
            java.append(source, at, at + 4);
            at += 4;
            if (source.charAt(at - 1) == ')') {
                // It holds to the end of the group around it, which groups remembers already.
                groups.pop();
            }
            return;
        }
        if (follows("(?")) {
            throw uncovered("this kind of group");
        }
        at++;
        java.append("(?:");
    }

    private void endGroup() throws UncoveredException {
        if (groups.isEmpty()) {
            throw uncovered("a bracket without another");
        }
        ignoreCase = groups.pop();
        folded.append('|');
        java.append(')');
        at++;
    }

    private void count() throws UncoveredException {
        var found = COUNT.matcher(source).region(at, source.length());
        boolean counts = found.lookingAt() && (found.group(1) != null || found.group(3) != null);
        if (!counts) {
            throw uncovered("a bracket that counts nothing");
        }
        at = found.end();
        boolean exact = found.group(2) == null;
        if (follows("+") || (exact && follows("?"))) {
            throw uncovered("a count of counts");
        }
        folded.append('|');
        java.append('{').append(found.group(1) == null ? "0" : found.group(1));
        java.append(exact ? "" : ",")
                .append(found.group(3) == null ? "" : found.group(3))
                .append('}');
    }

    private void characterClass() throws UncoveredException {
        if (ignoreCase) {
            throw uncovered("case ignored in a class");
        }
        at++;
        java.append('[');
        if (follows("^")) {
            at++;
            java.append('^');
        }
        int first = at;
        while (!follows("]") || at == first) {
            char c = next();
            if (c == '\\') {
                at--;
                escape(true);
            } else if (c == '[' || (c == '&' && follows("&"))) {
                throw uncovered("a class in a class");
            } else {
                at--;
                member();
            }
        }
        at++;
        java.append(']');
    }

    /** One character of a class, or the range that it begins. */
    private void member() throws UncoveredException {
        int low = source.codePointAt(at);
        at += Character.charCount(low);
        append(low);
        if (follows("-") && at + 1 < source.length() && source.charAt(at + 1) != ']') {
            if (source.charAt(at + 1) == '\\' || source.charAt(at + 1) == '[') {
                throw uncovered("a range to an escape");
            }
            int high = source.codePointAt(at + 1);
            at += 1 + Character.charCount(high);
            java.append('-');
            append(high);
            names.add(low, high);
        } else {
            names.add(low);
        }
    }

    private void append(int point) {
        java.append("\\x{").append(Integer.toHexString(point)).append('}');
    }

    private void escape(boolean inClass) throws UncoveredException {
        at++;
        char c = next();
        switch (c) {
            case 's' -> set(OnigSets.BLANKS, inClass);
            case 'S' -> set(OnigSets.NO_BLANKS, inClass);
            case 'd' -> set("\\p{Nd}", inClass);
            case 'D' -> set("\\P{Nd}", inClass);
            case 'h' -> set("0-9a-fA-F", inClass);
            case 'w' -> set(OnigSets.WORD, inClass);
            case 'p', 'P' -> set(property(c == 'P'), inClass);
            case 'n' -> character('\n');
            case 'r' -> character('\r');
            case 't' -> character('\t');
            case 'f' -> character('\f');
            case 'v' -> character(0xB);
            case 'x', 'u' -> character(hexadecimal(c));
            default -> other(c, inClass);
        }
    }

    private void other(char c, boolean inClass) throws UncoveredException {
        if (!inClass && c == 'W') {
            java.append("[^" + OnigSets.WORD + "]");
        } else if (!inClass && c == 'b') {
            java.append(OnigSets.BOUNDARY);
        } else if (!inClass && (c == 'A' || c == 'z')) {
            java.append('\\').append(c);
        } else if (c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c)) {
            character(c);
        } else {
            throw uncovered("\\" + c);
        }
    }

    private void character(int point) throws UncoveredException {
        fold(point);
        append(point);
        if (follows("-") && at + 1 < source.length() && source.charAt(at + 1) != ']' && point > 0x7F) {
            throw uncovered("a range from an escape");
        }
    }

    private int hexadecimal(char kind) throws UncoveredException {
        boolean braces = kind == 'x' && follows("{");
        int from = braces ? at + 1 : at;
        int end = braces ? source.indexOf('}', from) : from + (kind == 'x' ? 2 : 4);
        if (end < from || end > source.length()) {
            throw uncovered("it ends too early");
        }
        int point = parse(source.substring(from, end));
        // Without braces it is a byte, not a character.
        if (kind == 'x' && !braces && point > 0x7F) {
            throw uncovered("a byte");
        }
        at = braces ? end + 1 : end;
        names.add(point);
        return point;
    }

    private int parse(String digits) throws UncoveredException {
        try {
            return Integer.parseInt(digits, 16);
        } catch (NumberFormatException e) {
            throw uncovered("no number");
        }
    }

    private void set(String members, boolean inClass) throws UncoveredException {
        if (ignoreCase) {
            throw uncovered("case ignored in a class");
        }
        java.append(inClass ? members : "[" + members + "]");
    }

    private String property(boolean negated) throws UncoveredException {
        int end = source.indexOf('}', at);
        if (!follows("{") || end < 0) {
            throw uncovered("a property without a name");
        }
        boolean not = source.charAt(at + 1) == '^';
        String name = source.substring(at + (not ? 2 : 1), end);
        at = end + 1;
        String members = sets.property(name, not != negated);
        if (members == null) {
            throw uncovered("the property " + name);
        }
        return members;
    }
}
