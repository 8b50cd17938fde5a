package lathe.clean.edit;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import lathe.run.Failure;

/** Patterns that people write, for RE2: linear time whatever they are. */
final class Patterns {
    private Patterns() {}

    static Pattern compile(String pattern, String rule) throws Failure {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw Failure.badInput(
                    "The pattern cannot be read: " + e.getDescription() + " in " + e.getPattern(),
                    rule + ".pattern",
                    "write it as RE2 does: no look-around and no back references; \\p{Han} is a Chinese character");
        }
    }
}
