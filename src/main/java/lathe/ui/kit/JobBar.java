package lathe.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lathe.pipeline.RunFolder;
import lathe.run.Event;
import lathe.run.StopRequest;
import lathe.ui.task.Job;
import lathe.ui.task.JobProgress;
import lathe.ui.task.JobState;
import lathe.ui.task.Throughput;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A job's phase, progress and end; gives no room while there is no job. */
public final class JobBar extends VBox {
    private final Label chip = Nodes.label("", "chip");
    private final Label sentence = Nodes.label("", "job-sentence");
    private final Label count = Nodes.label("", "job-count");
    private final ProgressBar bar = new ProgressBar();
    private final Button pause = new Button();
    private final Button stop = new Button();
    private final Button resume = new Button("", new FontIcon("fth-play"));
    private final FailureCard card = new FailureCard();
    private final Throughput speed = new Throughput();
    private String cancelled = "";
    private boolean quietWhenDone;
    private boolean pausable;

    public JobBar() {
        getStyleClass().add("job-bar");
        resume.getStyleClass().add("accent");
        pause.setId("job-pause");
        bar.setMaxWidth(Double.MAX_VALUE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(chip, sentence, gap, count, pause, stop);
        head.getStyleClass().add("job-head");
        getChildren().addAll(head, bar, card);
        Nodes.show(this, false);
    }

    /** Shows a job from now on; its Stop button stops it at once. */
    public void watch(Job job, Texts texts) {
        watch(job, texts, () -> job.stop(StopRequest.SAVE));
    }

    /** Shows a job from now on, with something else behind its Stop button. */
    public void watch(Job job, Texts texts, Runnable onStop) {
        stop.setText(texts.get("job.stop"));
        stop.setOnAction(event -> onStop.run());
        pause.setOnAction(event -> job.setPaused(!job.isPaused()));
        job.stateProperty().addListener((property, before, now) -> show(job, texts));
        job.progressProperty().addListener((property, before, now) -> show(job, texts));
        job.failureProperty().addListener((property, before, now) -> show(job, texts));
        show(job, texts);
    }

    /** Offers to go on where a job ended early. */
    public void setResume(String words, Runnable action) {
        resume.setText(words);
        resume.setOnAction(event -> action.run());
    }

    /** Says what becomes of a job that was stopped. */
    public void setCancelledText(String words) {
        cancelled = words;
    }

    /** Whether it has a button that makes the job wait; a job without steps cannot. */
    public void setPausable(boolean can) {
        pausable = can;
    }

    public boolean isPausable() {
        return pausable;
    }

    /** Whether it gives its room away once all went well, where the result says so itself. */
    public void setQuietWhenDone(boolean quiet) {
        quietWhenDone = quiet;
    }

    public boolean isQuietWhenDone() {
        return quietWhenDone;
    }

    public String getCancelledText() {
        return cancelled;
    }

    private void show(Job job, Texts texts) {
        JobState state = job.state();
        JobProgress progress = job.progressProperty().get();
        Nodes.show(this, state != JobState.IDLE && !(quietWhenDone && state == JobState.DONE));
        String standing = job.isPaused() && state == JobState.RUNNING ? "PAUSED" : state.name();
        chip.setText(texts.get("job." + standing));
        chip.getStyleClass().setAll("chip", "chip-" + standing.toLowerCase(java.util.Locale.ROOT));
        sentence.setText(state.isActive() ? Phases.sentence(progress, texts) : ended(job, texts));
        speed.take(progress, System.nanoTime());
        count.setText(state.isActive() ? count(progress, texts) : "");
        bar.setProgress(progress.share());
        Nodes.show(bar, state.isActive());
        Nodes.show(stop, state.isActive());
        pause.setText(texts.get(job.isPaused() ? "job.goOn" : "job.pause"));
        Nodes.show(pause, pausable && state == JobState.RUNNING);
        stop.setDisable(state == JobState.STOPPING);
        Event.@Nullable Failed failure = job.failureProperty().get();
        if (state == JobState.CRASHED) {
            card.show(Failures.crashed(texts), texts, actions());
        } else if (state == JobState.FAILED && failure != null) {
            card.show(failure, texts, actions());
        } else {
            card.hide();
        }
    }

    /** What ended: a run by its name, another job by its step. */
    private String ended(Job job, Texts texts) {
        if (job.state() == JobState.CANCELLED && !cancelled.isEmpty()) {
            return cancelled;
        }
        RunFolder run = job.run();
        if (run == null) {
            return "";
        }
        boolean named = run.folder().resolveSibling("").endsWith("runs");
        return named ? texts.get("job.run", run.name()) : texts.orElse("pipeline." + run.name(), run.name());
    }

    private Button[] actions() {
        return resume.getText().isEmpty() ? new Button[0] : new Button[] {resume};
    }

    private String count(JobProgress progress, Texts texts) {
        if (progress.unit().equals("bytes") && progress.total() > 0) {
            return JobSpeed.words(progress, speed, texts);
        }
        String unit = texts.orElse("unit." + progress.unit(), progress.unit());
        if (progress.total() > 0) {
            return texts.get("job.countOf", progress.done(), progress.total(), unit);
        }
        return progress.done() > 0 ? texts.get("job.count", progress.done(), unit) : "";
    }
}
