package lathe.train;

import java.io.IOException;
import java.util.List;
import lathe.model.text.TokenRow;
import lathe.program.Devices;
import lathe.recipe.TrainStage;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.StepMetrics;
import lathe.run.StopRequest;
import lathe.train.optimizer.AdamW;
import lathe.train.optimizer.LearningRate;
import lathe.train.rows.RowPlan;
import org.jspecify.annotations.Nullable;

/** The steps of a stage, with evaluations and checkpoints between them. */
final class StageLoop {
    private static final double MILLIS = 1e3;

    private final TrainRequest request;
    private final TrainStage stage;
    private final RunContext context;
    private final RowPlan plan;
    private final HeldOutLoss heldOut;
    private final Checkpoints checkpoints;
    private final Pace pace = new Pace();
    private final long steps;
    private long tokens;

    StageLoop(TrainRequest request, StageInput input, RunContext context) {
        this.request = request;
        this.context = context;
        stage = request.stage();
        plan = new RowPlan(input.train(), stage, request.shuffle());
        heldOut = new HeldOutLoss(input.heldOut(), stage.batch());
        checkpoints = new Checkpoints(request);
        steps = plan.steps();
    }

    /** Trains to the end of the stage, from its beginning or from the newest checkpoint. */
    Trainee run(Trainee atStart) throws Failure, IOException, RunCancelledException {
        Checkpoints.Restored restored = request.resume() ? checkpoints.newest(atStart, context) : null;
        Trainee trainee = restored == null ? atStart : restored.trainee();
        AdamW optimizer = restored == null ? AdamW.zero(trainee.torch(), trainee.parameters()) : restored.optimizer();
        long done = restored == null ? 0 : restored.state().step();
        tokens = restored == null ? 0 : restored.state().tokens();
        if (request.resume()) {
            context.emit(new Event.Resumed(request.index(), done));
        }
        if (restored == null) {
            evaluateAtStart(trainee);
        }
        StepRunner runner = new StepRunner(trainee, optimizer, request, LearningRate.of(stage, steps));
        context.phase("train", "first step");
        for (long step = done; step < steps; step++) {
            StepRunner.Outcome outcome = step(runner, step);
            Double loss = isEvaluated(step + 1) ? Double.valueOf(heldOut.of(trainee, context)) : null;
            report(trainee, step + 1, outcome, loss);
            saveOrStop(trainee, optimizer, step + 1);
        }
        return trainee;
    }

    private StepRunner.Outcome step(StepRunner runner, long step) throws Failure {
        List<List<TokenRow>> rows = plan.step(step);
        long before = System.nanoTime();
        StepRunner.Outcome outcome = runner.run(step, rows);
        long seen = rows.stream()
                .flatMap(List::stream)
                .mapToLong(row -> row.ids().length - 1)
                .sum();
        tokens += seen;
        pace.add(seen, System.nanoTime() - before);
        return outcome;
    }

    private void evaluateAtStart(Trainee trainee) throws IOException, RunCancelledException {
        if (heldOut.isEmpty()) {
            context.warn("Nothing is held out, so the evaluation loss cannot be told", "split.evaluate", "raise it");
            return;
        }
        context.phase("train", "evaluating the start");
        double loss = heldOut.of(trainee, context);
        report(trainee, 0, new StepRunner.Outcome(loss, 0, 0), loss);
    }

    private boolean isEvaluated(long step) {
        boolean due = stage.evaluateEvery() > 0 && step % stage.evaluateEvery() == 0;
        return !heldOut.isEmpty() && (due || step == steps);
    }

    private void report(Trainee trainee, long step, StepRunner.Outcome outcome, @Nullable Double evalLoss)
            throws IOException {
        context.emit(new Event.Metric(new StepMetrics(
                request.index(),
                step,
                plan.epoch(step),
                tokens,
                outcome.loss(),
                outcome.rate(),
                outcome.norm(),
                pace.tokensPerSecond(),
                Devices.memoryInUse(trainee.torch().device()),
                System.currentTimeMillis() / MILLIS,
                evalLoss)));
        context.progress(step, steps, "steps");
    }

    private void saveOrStop(Trainee trainee, AdamW optimizer, long step)
            throws Failure, IOException, RunCancelledException {
        StopRequest stop = context.stopRequest();
        boolean due = stage.checkpointEvery() > 0 && step % stage.checkpointEvery() == 0;
        if (stop != StopRequest.DISCARD && (due || step == steps || stop == StopRequest.SAVE)) {
            String path = checkpoints.save(trainee, optimizer, step, tokens).toString();
            context.emit(new Event.Artifact("checkpoint", path));
        }
        context.checkCancelled();
    }
}
