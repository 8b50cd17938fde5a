package lathe.generate;

import ai.djl.engine.EngineException;
import java.util.List;
import lathe.model.text.LanguageModel;
import lathe.model.text.TextBatch;
import lathe.program.Torch;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/** Several texts written together, a token each at a time, until the last of them is over. */
final class SideBySide {
    private final List<Writing> texts;
    private final RunContext context;

    private SideBySide(List<Writing> texts, RunContext context) {
        this.texts = texts;
        this.context = context;
    }

    static void write(LanguageModel model, List<Writing> texts, RunContext context)
            throws Failure, RunCancelledException {
        if (texts.isEmpty()) {
            return;
        }
        int[] longest =
                texts.stream().mapToInt(text -> text.longest(model.config())).toArray();
        try (TextBatch batch = model.begin(texts.stream().map(Writing::prompt).toList(), longest)) {
            new SideBySide(texts, context).write(batch);
        } catch (EngineException e) {
            throw Torch.outOfMemory(e, "--batch", "", "lower --batch", "lower --max-new", "use --device cpu");
        }
    }

    private void write(TextBatch batch) throws RunCancelledException {
        float[][] scores = batch.begin();
        while (true) {
            context.checkCancelled();
            choose(scores);
            if (texts.stream().allMatch(Writing::isOver)) {
                return;
            }
            scores = batch.advance(texts.stream().mapToInt(Writing::last).toArray(), goingOn());
        }
    }

    private void choose(float[][] scores) {
        for (int row = 0; row < scores.length; row++) {
            if (!texts.get(row).isOver()) {
                texts.get(row).choose(scores[row]);
            }
        }
    }

    private boolean[] goingOn() {
        boolean[] flags = new boolean[texts.size()];
        for (int row = 0; row < flags.length; row++) {
            flags[row] = !texts.get(row).isOver();
        }
        return flags;
    }
}
