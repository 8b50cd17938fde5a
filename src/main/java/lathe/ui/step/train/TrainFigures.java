package lathe.ui.step.train;

import java.util.List;
import lathe.run.StepMetrics;
import lathe.ui.kit.Figure;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;
import lathe.ui.task.JobProgress;
import org.jspecify.annotations.Nullable;

/** The numbers above the chart. */
final class TrainFigures {
    private final Figure loss;
    private final Figure held;
    private final Figure step;
    private final Figure left;
    private final Figure speed;
    private final Figure memory;

    TrainFigures(Texts texts) {
        loss = new Figure(texts.get("train.figure.loss"));
        held = new Figure(texts.get("train.figure.held"));
        step = new Figure(texts.get("train.figure.step"));
        left = new Figure(texts.get("train.figure.left"));
        speed = new Figure(texts.get("train.figure.speed"));
        memory = new Figure(texts.get("train.figure.memory"));
    }

    List<Figure> all() {
        return List.of(loss, held, step, left, speed, memory);
    }

    /** Shows how a run stands; the time left only while it runs. */
    void show(@Nullable StepMetrics latest, @Nullable Double heldOut, JobProgress progress, Pace pace, boolean active) {
        held.set(heldOut == null ? "" : Numbers.loss(heldOut));
        if (latest == null) {
            List.of(loss, step, left, speed, memory).forEach(figure -> figure.set(""));
            return;
        }
        loss.set(Numbers.loss(latest.loss()));
        boolean counted = progress.unit().equals("steps") && progress.total() >= latest.step();
        step.set(
                counted
                        ? Numbers.whole(latest.step()) + " / " + Numbers.whole(progress.total())
                        : Numbers.whole(latest.step()));
        var seconds = pace.secondsUntil(progress.total());
        left.set(active && counted && seconds.isPresent() ? Numbers.duration(seconds.getAsDouble()) : "");
        speed.set(Numbers.compact(latest.tokensPerS()));
        memory.set(Numbers.bytes(latest.memoryBytes()));
    }
}
