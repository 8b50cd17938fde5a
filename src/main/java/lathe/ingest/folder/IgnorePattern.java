package lathe.ingest.folder;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A line of a {@code .gitignore}, by the rules of git's manual (gitignore(5)). Matches in linear time.
 *
 * @param negated whether it takes back what earlier lines ignored
 * @param foldersOnly whether it speaks of folders only
 */
record IgnorePattern(Pattern path, boolean negated, boolean foldersOnly) {

    /** The pattern in a line; null where there is none: a blank line, a comment, a pattern that can match nothing. */
    static @Nullable IgnorePattern of(String line) {
        String rest = withoutTrailingSpaces(line);
        boolean negated = rest.startsWith("!");
        rest = negated ? rest.substring(1) : rest;
        if (rest.isEmpty() || (!negated && rest.startsWith("#"))) {
            return null;
        }
        boolean foldersOnly = rest.endsWith("/");
        rest = foldersOnly ? rest.substring(0, rest.length() - 1) : rest;
        boolean anchored = rest.indexOf('/') >= 0;
        rest = rest.startsWith("/") ? rest.substring(1) : rest;
        String glob = Glob.regex(rest);
        if (rest.isEmpty() || glob == null) {
            return null;
        }
        try {
            Pattern path = Pattern.compile((anchored ? "" : "(?:.*/)?") + glob, Pattern.DOTALL);
            return new IgnorePattern(path, negated, foldersOnly);
        } catch (PatternSyntaxException e) {
            return null; // a class such as [z-a]: git matches nothing with it
        }
    }

    private static String withoutTrailingSpaces(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ' && !(end > 1 && line.charAt(end - 2) == '\\')) {
            end--;
        }
        return line.substring(0, end);
    }

    /** Whether it speaks of a path, relative to its file's folder and with slashes. */
    boolean matches(String relative, boolean isFolder) {
        return (isFolder || !foldersOnly) && path.matches(relative);
    }
}
