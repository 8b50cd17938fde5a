package lathe.ui.step.export;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lathe.recipe.ExportFormat;

/**
 * One format that is being written, or was.
 *
 * @param proof how it compared with what was trained, once it is done
 */
record ExportItem(ExportFormat format, Path folder, boolean done, Optional<Proof> proof) {

    /**
     * At how many positions what was written and what was trained take the same next token, and how both were
     * surprised.
     */
    record Proof(long agreeing, long tokens, String difference, String before, String after) {
        private static final Pattern SAID =
                Pattern.compile("(\\d+) of (\\d+) next tokens agree; largest difference of a score: (\\S+?)\\s*"
                        + "perplexity over the prompts: (\\S+) before, (\\d+\\.\\d+|\\w+) after");

        /** What the verb said at its end, if it said so. */
        static Optional<Proof> in(String words) {
            Matcher said = SAID.matcher(words);
            return said.find()
                    ? Optional.of(new Proof(
                            Long.parseLong(said.group(1)),
                            Long.parseLong(said.group(2)),
                            said.group(3),
                            said.group(4),
                            said.group(5)))
                    : Optional.empty();
        }
    }
}
