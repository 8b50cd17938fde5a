package lathe.train;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import lathe.model.text.TokenRow;
import lathe.program.Devices;
import lathe.program.NativeErrors;
import lathe.recipe.TrainStage;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.run.StepMetrics;
import lathe.run.StopRequest;
import lathe.train.guard.AdapterGuard;
import lathe.train.guard.DiskBudget;
import lathe.train.guard.EarlyStopping;
import lathe.train.guard.LossGuard;
import lathe.train.guard.LostDevice;
import lathe.train.guard.Pace;
import lathe.train.optimizer.AdamW;
import lathe.train.optimizer.LearningRate;
import lathe.train.optimizer.LossScale;
import lathe.train.rows.RowPlan;
import org.jspecify.annotations.Nullable;

/** The steps of a stage, with evaluations and checkpoints between them. */
final class StageLoop {
    private static final double MILLIS = 1e3;

    private final TrainRequest request;
    private final TrainStage stage;
    private final RunContext context;
    private final RowPlan plan;
    private final StageInput input;
    private final Checkpoints checkpoints;
    private final BestWeights bestWeights;
    private final Pace pace = new Pace();
    private final LossGuard lossGuard;
    private final AdapterGuard adapterGuard;
    private final long steps;
    private final Outside outside;
    private long tokens;

    StageLoop(TrainRequest request, StageInput input, RunContext context) {
        this(request, input, context, new Outside(DiskBudget.OF_THE_DISK, UnaryOperator.identity()));
    }

    /** A loop on a disk and a device that may fail it. */
    StageLoop(TrainRequest request, StageInput input, RunContext context, Outside outside) {
        this.request = request;
        this.input = input;
        this.context = context;
        this.outside = outside;
        stage = request.stage();
        plan = new RowPlan(input.train(), stage, request.shuffle());
        checkpoints = new Checkpoints(request, outside.disk());
        bestWeights = new BestWeights(request, outside.disk());
        lossGuard = new LossGuard(request.key(), context);
        adapterGuard = new AdapterGuard(request.key(), context);
        steps = plan.steps();
    }

    /**
     * What a stage cannot rely on.
     *
     * @param disk where checkpoints go
     * @param device stands before each micro-batch
     */
    record Outside(DiskBudget disk, UnaryOperator<Gradients.Backward> device) {}

    /** What moves through the steps. */
    private record Moving(
            Trainee trainee, AdamW optimizer, StepRunner runner, HeldOutLoss heldOut, EarlyStopping stopping) {}

    /** Trains to the end of the stage, from its beginning or from the newest checkpoint. */
    Trainee run(Trainee atStart) throws Failure, IOException, RunCancelledException {
        Checkpoints.Restored restored = request.resume() ? checkpoints.newest(atStart, context) : null;
        LoopState state = restored == null ? LoopState.start(stage) : restored.state();
        if (request.resume()) {
            context.emit(new Event.Resumed(request.index(), state.step()));
        }
        Moving moving = moving(atStart, restored, state);
        tokens = state.tokens();
        if (restored == null) {
            checkpoints.warnIfTight(moving.trainee(), request.key("keep"), context);
            evaluateAtStart(moving);
        }
        context.phase("train", "first step");
        long step = state.step();
        while (step < steps && !moving.stopping().isOver()) {
            step(moving, step++);
        }
        return result(moving, step);
    }

    private Moving moving(Trainee atStart, Checkpoints.@Nullable Restored restored, LoopState state) {
        Trainee trainee = restored == null ? atStart : restored.trainee();
        AdamW optimizer = restored == null
                ? AdamW.zero(trainee.torch(), trainee.parameters(), AdamW.Kept.of(stage))
                : restored.optimizer();
        Gradients.Backward backward = outside.device()
                .apply(Gradients.Backward.of(trainee, stage.lora().dropout()));
        StepRunner.Parts parts = new StepRunner.Parts(trainee, optimizer, backward);
        StepRunner runner = new StepRunner(parts, request, LearningRate.of(stage, steps), state, context);
        bestWeights.checkpointed(state.best() == null ? 0 : state.best().step());
        return new Moving(
                trainee,
                optimizer,
                runner,
                new HeldOutLoss(input.heldOut(), runner.micro(), stage.guards()),
                new EarlyStopping(stage.guards(), state.best(), state.worse()));
    }

    /** A step, counted from 0, and all that is to be done after it. */
    private void step(Moving moving, long step) throws Failure, IOException, RunCancelledException {
        StepRunner.Outcome outcome = learn(moving, step);
        Double loss =
                isEvaluated(moving, step + 1) ? Double.valueOf(moving.heldOut().of(moving.trainee(), context)) : null;
        report(moving, step + 1, outcome, loss);
        if (loss != null) {
            keepIfBest(moving, step + 1, loss);
        }
        guard(moving, step + 1, outcome);
        saveOrStop(moving, step + 1);
    }

    private StepRunner.Outcome learn(Moving moving, long step) throws Failure, IOException {
        List<List<TokenRow>> rows = plan.step(step);
        long before = System.nanoTime();
        StepRunner.Outcome outcome;
        try {
            outcome = moving.runner().run(step, rows);
        } catch (EngineException e) {
            if (NativeErrors.isLostDevice(e)) {
                throw lostDevice(e, moving, step);
            }
            throw e;
        }
        long seen =
                rows.stream().flatMap(List::stream).mapToLong(TokenRow::inputs).sum();
        tokens += seen;
        pace.add(seen, System.nanoTime() - before);
        return outcome;
    }

    private Failure lostDevice(EngineException error, Moving moving, long step) throws IOException {
        String safe = "the last checkpoint is whole";
        if (!moving.runner().isUpdating()) {
            try {
                safe = "a checkpoint of step " + step + " was written: " + save(moving, step);
            } catch (EngineException | Failure e) {
                context.warn("The device's memory cannot be read any more", NativeErrors.firstLine(error));
            }
        }
        return LostDevice.at(step + 1, safe, error);
    }

    private void evaluateAtStart(Moving moving) throws Failure, IOException, RunCancelledException {
        if (moving.heldOut().isEmpty()) {
            context.warn("Nothing is held out, so the evaluation loss cannot be told", "split.evaluate", "raise it");
            return;
        }
        context.phase("train", "evaluating the start");
        double loss = moving.heldOut().of(moving.trainee(), context);
        report(moving, 0, new StepRunner.Outcome(loss, 0, 0), loss);
        keepIfBest(moving, 0, loss);
    }

    private boolean isEvaluated(Moving moving, long step) {
        boolean due = stage.evaluateEvery() > 0 && step % stage.evaluateEvery() == 0;
        return !moving.heldOut().isEmpty() && (due || step == steps);
    }

    private void keepIfBest(Moving moving, long step, double loss) throws Failure, IOException {
        if (moving.stopping().take(step, loss) && stage.guards().keepsBest()) {
            bestWeights.keep(moving.trainee(), step);
        }
    }

    /** What is found here ends the stage with its weights saved: nothing is wrong with them. */
    private void guard(Moving moving, long step, StepRunner.Outcome outcome) throws Failure, IOException {
        if (outcome.rate() == 0) {
            return;
        }
        try {
            lossGuard.take(step, outcome.loss(), outcome.rate());
            if (adapterGuard.isDue()) {
                adapterGuard.look(moving.trainee().slots(), moving.trainee().parameters());
            }
        } catch (Failure e) {
            throw e.keeping("a checkpoint of step " + step + " was written: " + save(moving, step));
        }
    }

    private void report(Moving moving, long step, StepRunner.Outcome outcome, @Nullable Double evalLoss)
            throws IOException {
        LossScale scale = moving.runner().scale();
        context.emit(new Event.Metric(new StepMetrics(
                request.index(),
                step,
                plan.epoch(step),
                tokens,
                outcome.loss(),
                outcome.rate(),
                outcome.norm(),
                pace.tokensPerSecond(),
                Devices.memoryInUse(moving.trainee().torch().device()),
                System.currentTimeMillis() / MILLIS,
                evalLoss,
                scale.isOn() ? scale.value() : null)));
        context.progress(step, steps, "steps");
    }

    private void saveOrStop(Moving moving, long step) throws Failure, IOException, RunCancelledException {
        context.waitWhilePaused();
        StopRequest stop = context.stopRequest();
        boolean due = stage.checkpointEvery() > 0 && step % stage.checkpointEvery() == 0;
        boolean last = step == steps || moving.stopping().isOver();
        if (stop != StopRequest.DISCARD && (due || last || stop == StopRequest.SAVE)) {
            save(moving, step);
        }
        context.checkCancelled();
    }

    private Path save(Moving moving, long step) throws Failure, IOException {
        LoopState state = LoopState.after(step, tokens, moving.runner(), moving.stopping());
        Path path = checkpoints.save(moving.trainee(), moving.optimizer(), state);
        EarlyStopping.Best best = state.best();
        bestWeights.checkpointed(best == null ? 0 : best.step());
        context.emit(new Event.Artifact("checkpoint", path.toString()));
        return path;
    }

    /** The last weights, or the best ones where the stage keeps them. */
    private Trainee result(Moving moving, long step) throws Failure, IOException {
        EarlyStopping.Best best = moving.stopping().best();
        if (best == null || !stage.guards().keepsBest()) {
            return moving.trainee();
        }
        if (moving.stopping().isOver()) {
            moving.stopping().tell(step, steps, request.key("guards.early-stopping-patience"), context);
        }
        context.phase("train", "taking the best weights");
        return best.step() == step ? moving.trainee() : bestWeights.restore(moving.trainee(), best.step());
    }
}
