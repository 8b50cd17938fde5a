package lathe.clean.edit;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;
import lathe.recipe.EditRules;
import lathe.run.Failure;

/**
 * Replaces what a pattern matches.
 *
 * @param parts what stands in its place: pieces of text and numbers of groups
 */
record ReplaceEdit(Pattern pattern, List<Part> parts) implements Edit {

    /** A piece of text, or a group where its number is not negative. */
    record Part(String text, int group) {}

    static ReplaceEdit of(EditRules.Replace rule) throws Failure {
        Pattern pattern = Patterns.compile(rule.pattern(), "replace");
        return new ReplaceEdit(pattern, parts(rule.with(), pattern.groupCount()));
    }

    /** Reads $1, $2 … as groups, the most digits that name one; \$ and \\ as the characters; all else as it is. */
    private static List<Part> parts(String with, int groups) throws Failure {
        List<Part> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < with.length(); i++) {
            char c = with.charAt(i);
            char next = i + 1 < with.length() ? with.charAt(i + 1) : ' ';
            if (c == '\\' && (next == '$' || next == '\\')) {
                text.append(next);
                i++;
            } else if (c == '$' && Characters.isAsciiDigit(next)) {
                int group = next - '0';
                i++;
                while (i + 1 < with.length()
                        && Characters.isAsciiDigit(with.charAt(i + 1))
                        && 10 * group + with.charAt(i + 1) - '0' <= groups) {
                    group = 10 * group + with.charAt(++i) - '0';
                }
                check(group, groups);
                parts.add(new Part(text.toString(), -1));
                parts.add(new Part("", group));
                text.setLength(0);
            } else {
                text.append(c);
            }
        }
        parts.add(new Part(text.toString(), -1));
        return List.copyOf(parts);
    }

    private static void check(int group, int groups) throws Failure {
        if (group > groups) {
            throw Failure.badInput(
                    "The pattern has no group " + group + "; it has " + groups,
                    "replace.with",
                    "put what $" + group + " stands for into brackets, or write \\$ for the sign");
        }
    }

    @Override
    public void edit(String text, Changes changes) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            StringBuilder with = new StringBuilder();
            for (Part part : parts) {
                String piece = part.group() < 0 ? part.text() : matcher.group(part.group());
                with.append(piece == null ? "" : piece);
            }
            if (!with.toString().contentEquals(text.subSequence(matcher.start(), matcher.end()))) {
                changes.replace(matcher.start(), matcher.end(), with.toString());
            }
        }
    }
}
