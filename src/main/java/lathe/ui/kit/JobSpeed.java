package lathe.ui.kit;

import lathe.ui.task.JobProgress;
import lathe.ui.task.Throughput;

/** How far and how fast a job that reads bytes is, in a line. */
final class JobSpeed {
    private JobSpeed() {}

    static String words(JobProgress progress, Throughput speed, Texts texts) {
        StringBuilder words = new StringBuilder(
                texts.get("job.bytesOf", Numbers.bytes(progress.done()), Numbers.bytes(progress.total())));
        if (speed.isKnown()) {
            add(words, texts.get("job.perSecond", Numbers.bytes((long) speed.perSecond())));
        }
        if (speed.isKnown() && progress.records() > 0) {
            add(words, texts.get("job.recordsPerSecond", Numbers.compact(Math.rint(speed.recordsPerSecond()))));
        }
        double left = speed.secondsLeft(progress.total());
        if (Double.isFinite(left)) {
            add(words, texts.get("job.left", Numbers.duration(left)));
        }
        return words.toString();
    }

    private static void add(StringBuilder words, String part) {
        words.append(" · ").append(part);
    }
}
