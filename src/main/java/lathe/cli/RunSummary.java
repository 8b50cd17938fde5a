package lathe.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lathe.pipeline.Answers;
import lathe.pipeline.RunFolder;
import lathe.run.Json;
import lathe.run.StepMetrics;
import org.jspecify.annotations.Nullable;

/** What a finished run has brought, in a few lines. */
final class RunSummary {
    private final RunFolder run;
    private final PrintStream out;

    RunSummary(RunFolder run, PrintStream out) {
        this.run = run;
        this.out = out;
    }

    /** First and last figures of a stage. */
    private record Course(StepMetrics first, StepMetrics last, @Nullable Double evalFirst, @Nullable Double evalLast) {

        static Course of(StepMetrics step) {
            return new Course(step, step, step.evalLoss(), step.evalLoss());
        }

        Course then(StepMetrics step) {
            StepMetrics start = first.step() == 0 ? step : first;
            return new Course(
                    start,
                    step,
                    evalFirst == null ? step.evalLoss() : evalFirst,
                    step.evalLoss() == null ? evalLast : step.evalLoss());
        }
    }

    void print() throws IOException {
        courses().forEach(this::print);
        if (Files.exists(Answers.in(run))) {
            Answers.read(run).answers().forEach(this::print);
        }
    }

    private Map<Integer, Course> courses() throws IOException {
        Map<Integer, Course> courses = new TreeMap<>();
        if (Files.exists(run.metrics())) {
            for (String line : Files.readAllLines(run.metrics(), StandardCharsets.UTF_8)) {
                StepMetrics step = Json.mapper().readValue(line, StepMetrics.class);
                courses.compute(step.stage(), (stage, course) -> course == null ? Course.of(step) : course.then(step));
            }
        }
        return courses;
    }

    private void print(int stage, Course course) {
        out.println(String.format(
                Locale.ROOT,
                "stage %d    loss %.3f -> %.3f in %,d steps%s",
                stage,
                course.first().loss(),
                course.last().loss(),
                course.last().step(),
                heldOut(course)));
    }

    private static String heldOut(Course course) {
        return course.evalFirst() == null || course.evalLast() == null
                ? ""
                : String.format(Locale.ROOT, "; held-out %.3f -> %.3f", course.evalFirst(), course.evalLast());
    }

    private void print(Answers.Answer answer) {
        out.println("prompt     " + oneLine(answer.prompt()));
        out.println("  base     " + oneLine(answer.base()));
        if (answer.tuned() != null) {
            out.println("  tuned    " + oneLine(answer.tuned()));
        }
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ⏎ ");
    }
}
