package lathe.ui.kit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lathe.ui.task.JobProgress;

/** What a worker says it does, in the user's language. */
final class Phases {
    private static final Pattern NUMBERED = Pattern.compile("(\\D+?)(\\d+)(\\D*)");

    private Phases() {}

    /** The step and its phase; a phase that nobody has translated is shown as the worker says it. */
    static String sentence(JobProgress progress, Texts texts) {
        String step = texts.orElse("pipeline." + progress.step(), progress.step());
        String phase = phase(progress.phase(), texts);
        return step.isEmpty() || phase.isEmpty() ? step + phase : step + " · " + phase;
    }

    private static String phase(String said, Texts texts) {
        Matcher numbered = NUMBERED.matcher(said);
        if (numbered.matches()) {
            String key = key(numbered.group(1) + numbered.group(3));
            // workers count stages from 0, as recipes do; people from 1
            return texts.bundle().containsKey(key) ? texts.get(key, Integer.parseInt(numbered.group(2)) + 1) : said;
        }
        return texts.orElse(key(said), said);
    }

    private static String key(String words) {
        return "phase." + words.strip().replaceAll("[ …]+", "-");
    }
}
