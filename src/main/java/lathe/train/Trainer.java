package lathe.train;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.model.arch.ModelConfig;
import lathe.model.family.NewModel;
import lathe.model.file.ModelFolder;
import lathe.model.layout.InitialWeights;
import lathe.program.Torch;
import lathe.recipe.TrainStage;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.text.Tokenizer;

/** Trains one stage: from weights and token shards to a model folder or an adapter folder. */
public final class Trainer {
    private final TrainRequest request;
    private final RunContext context;

    private Trainer(TrainRequest request, RunContext context) {
        this.request = request;
        this.context = context;
    }

    /**
     * Runs a stage to its end.
     *
     * @return the folder of the result, {@link TrainRequest#result}
     * @throws RunCancelledException after a checkpoint was written, if the user asked to save
     */
    public static Path run(TrainRequest request, RunContext context)
            throws Failure, IOException, RunCancelledException {
        Trainer trainer = new Trainer(request, context);
        context.phase("train", "loading model");
        try (Torch torch = Torch.open(request.device(), request.threads())) {
            return trainer.run(torch);
        } catch (EngineException e) {
            throw trainer.outOfMemory(e);
        }
    }

    private Path run(Torch torch) throws Failure, IOException, RunCancelledException {
        ModelConfig config = config();
        check(config);
        StageInput input = StageInput.of(request, context);
        Path base = base(torch, config);
        Trainee trainee = Trainee.of(torch, request, base, config);
        Trainee trained = new StageLoop(request, input, context).run(trainee);
        context.phase("train", "writing result");
        Path result = request.result();
        trained.write(result, base.toAbsolutePath(), request.tokenizer());
        boolean full = !request.stage().method().isAdapter();
        context.emit(new Event.Artifact(full ? "model" : "adapter", result.toString()));
        return result;
    }

    private ModelConfig config() throws Failure, IOException {
        if (request.start() instanceof TrainRequest.Start.Folder start) {
            return ModelFolder.config(start.folder());
        }
        TrainRequest.Start.New start = (TrainRequest.Start.New) request.start();
        try (Tokenizer tokenizer = Tokenizer.load(request.tokenizer())) {
            return NewModel.of(start.settings(), tokenizer.vocabSize(), tokenizer.endOfText());
        }
    }

    private void check(ModelConfig config) throws Failure, IOException {
        if (request.stage().context() > config.maxPositions()) {
            throw Failure.badInput(
                    "The context of " + request.stage().context() + " tokens is longer than the model's "
                            + config.maxPositions(),
                    request.key("context"),
                    "lower context to " + config.maxPositions());
        }
        try (Tokenizer tokenizer = Tokenizer.load(request.tokenizer())) {
            if (tokenizer.vocabSize() > config.vocabSize()) {
                throw Failure.badInput(
                        "The tokenizer has " + tokenizer.vocabSize() + " tokens, the model knows " + config.vocabSize(),
                        request.tokenizer().toString(),
                        "set model.resize-vocab to parts",
                        "or use the model's own tokenizer: tokenizer: {from: DIR}");
            }
        }
        if (request.start() instanceof TrainRequest.Start.Folder start) {
            checkTokens(start.folder());
        }
    }

    private void checkTokens(Path model) throws Failure, IOException {
        int strange = TokenRows.strange(model, request.tokenizer());
        if (strange > 0) {
            throw Failure.badInput(
                    "The tokenizer has " + strange + " tokens whose ids mean something else to the model",
                    request.tokenizer().toString(),
                    "set model.resize-vocab to parts: each token then gets its row",
                    "or use the model's own tokenizer: tokenizer: {from: DIR}");
        }
    }

    /** Where the weights lie; random ones that an adapter is to stand beside are written first, to be found again. */
    private Path base(Torch torch, ModelConfig config) throws IOException {
        if (request.start() instanceof TrainRequest.Start.Folder start) {
            return start.folder();
        }
        if (!request.stage().method().isAdapter()) {
            return request.result();
        }
        Path folder = request.run().resolve("model").resolve("initial");
        Files.createDirectories(folder.getParent());
        ModelFolder.write(folder, config, InitialWeights.model(torch, config, request.seed()), request.tokenizer());
        return folder;
    }

    private Failure outOfMemory(EngineException error) {
        TrainStage stage = request.stage();
        List<String> mends = new ArrayList<>();
        if (stage.batch() > 1 && !stage.guards().autoFindBatchSize()) {
            mends.add("set batch to " + stage.batch() / 2 + " and accumulate to " + stage.accumulate() * 2
                    + ": the same steps, less memory");
        }
        mends.add("lower context to " + stage.context() / 2);
        if (stage.method() == TrainStage.Method.FULL) {
            mends.add("set optimizer to adamw-8bit, or optimizer-offload to true");
            mends.add("set method to lora");
        }
        mends.add("choose a smaller model");
        return Torch.outOfMemory(
                error, request.key("batch"), "the last checkpoint is whole", mends.toArray(new String[0]));
    }
}
