package lathe.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lathe.data.Message;
import lathe.data.StageData;
import lathe.evaluate.Contest;
import lathe.evaluate.HeldOutFigures;
import lathe.evaluate.HeldOutScorer;
import lathe.generate.GenerateOptions;
import lathe.generate.Generator;
import lathe.recipe.Recipe;
import lathe.recipe.TrainStage;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.text.chat.ChatTemplate;
import lathe.text.chat.Conversations;
import org.jspecify.annotations.Nullable;

/** What is asked of a run's models when training is over: figures on what was held out, and answers to prompts. */
final class EvaluateWork {
    private final RunFolder run;
    private final Recipe recipe;
    private final Map<Step, Path> results;
    private final RunOptions options;
    private final RunContext context;
    private final Stages stages;

    EvaluateWork(RunFolder run, Recipe recipe, Map<Step, Path> results, RunOptions options, RunContext context) {
        this.run = run;
        this.recipe = recipe;
        this.results = results;
        this.options = options;
        this.context = context;
        stages = new Stages(run, recipe);
    }

    void carryOut() throws Failure, IOException, RunCancelledException {
        heldOut();
        answers();
    }

    /** The last stage's held-out documents, by the model that it began with and the one that it left. */
    private void heldOut() throws Failure, IOException, RunCancelledException {
        Path mixed = results.get(Step.MIX);
        int last = recipe.train().size() - 1;
        if (mixed == null || last < 0 || recipe.evaluate().heldOutTokens() == 0) {
            return;
        }
        StageData data = StageData.in(mixed, last);
        if (!Files.isDirectory(data.evaluateFolder()) || data.evaluate().documents() == 0) {
            return;
        }
        context.phase("evaluate", "scoring what was held out");
        TrainStage stage = recipe.train().get(last);
        int longest = stage.task() == TrainStage.Task.SFT ? stage.context() : Integer.MAX_VALUE;
        HeldOutScorer scorer =
                new HeldOutScorer(data.evaluate(), recipe.evaluate().heldOutTokens(), longest);
        try (Contest contest = contest()) {
            tell(scorer.figures(contest, context));
        }
    }

    private Contest contest() throws Failure, IOException {
        Path model = stages.requireLastModel();
        Optional<Path> adapter = stages.lastAdapter();
        return adapter.isPresent()
                ? Contest.both(model, adapter.get(), options.device(), options.threads())
                : Contest.alone(model, null, options.device(), options.threads());
    }

    private void tell(HeldOutFigures figures) throws IOException {
        figures.write(run.folder());
        HeldOutFigures.Side tuned = figures.tuned();
        context.phase(
                "evaluate", "held out: " + said(figures.base()) + (tuned == null ? "" : ", tuned " + said(tuned)));
        context.emit(
                new Event.Artifact("held-out", HeldOutFigures.in(run.folder()).toString()));
    }

    private static String said(HeldOutFigures.Side side) {
        return String.format(
                Locale.ROOT,
                "loss %.4f, perplexity %.3f, %.1f %% of tokens",
                side.loss(),
                side.perplexity(),
                100 * side.tokenAccuracy());
    }

    private void answers() throws Failure, IOException, RunCancelledException {
        List<String> prompts = recipe.evaluate().prompts();
        if (prompts.isEmpty()) {
            return;
        }
        Path model = stages.requireLastModel();
        context.phase("evaluate", "answering with the base model");
        List<String> base = answer(model, null);
        List<String> tuned = List.of();
        if (stages.lastAdapter().isPresent()) {
            context.phase("evaluate", "answering with the tuned model");
            tuned = answer(model, stages.lastAdapter().get());
        }
        List<Answers.Answer> answers = new ArrayList<>();
        for (int i = 0; i < prompts.size(); i++) {
            answers.add(new Answers.Answer(prompts.get(i), base.get(i), tuned.isEmpty() ? null : tuned.get(i)));
        }
        new Answers(answers).write(run);
        context.emit(new Event.Artifact("answers", Answers.in(run).toString()));
    }

    private List<String> answer(Path model, @Nullable Path adapter) throws Failure, IOException, RunCancelledException {
        GenerateOptions greedy = GenerateOptions.greedy(recipe.evaluate().maxNew());
        List<String> answers = new ArrayList<>();
        try (Generator generator = Generator.open(model, adapter, options.device(), options.threads())) {
            for (String prompt : recipe.evaluate().prompts()) {
                context.checkCancelled();
                answers.add(generator.generate(promptIds(generator, model, prompt), greedy, piece -> {}, context));
                context.progress(answers.size(), recipe.evaluate().prompts().size(), "prompts");
            }
        }
        return answers;
    }

    /** A model that learned instructions is asked in the template that it learned them in. */
    private int[] promptIds(Generator generator, Path model, String prompt) throws Failure, IOException {
        Optional<String> template = stages.template();
        return template.isPresent()
                ? Conversations.prompt(
                        generator.tokenizer(),
                        ChatTemplate.of(template.get(), model),
                        List.of(new Message("user", prompt)))
                : generator.tokenizer().encode(prompt, true);
    }
}
