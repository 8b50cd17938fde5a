package lathe.mix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lathe.data.HeldOut;
import lathe.data.StageData;
import lathe.mix.shard.ShardFill;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.text.Tokenizer;

/** Tokenizes and weighs a cleaned corpus for every training stage. */
public final class Mixer {
    private Mixer() {}

    /**
     * Mixes; goes on with what another attempt left in the folder.
     *
     * @param out receives {@code stage-<index>} for each stage, as {@link StageData} reads it, and {@code mix.json}
     */
    public static MixReport run(MixRequest request, Path out, RunContext context)
            throws Failure, IOException, RunCancelledException {
        request.cleaned().require();
        context.phase("mix", "splitting");
        HeldOut heldOut = new HeldOut(request.split().evaluate(), request.seed());
        Split split = Split.of(request.cleaned(), heldOut, request.threads(), context);
        List<StageMix> stages = new ArrayList<>();
        try (Tokenizer tokenizer = Tokenizer.load(request.tokenizer())) {
            for (int i = 0; i < request.stages().size(); i++) {
                context.phase("mix", "tokenizing stage " + i);
                StageData data = StageData.in(out, i);
                stages.add(new StageMixer(request, i).write(data, tokenizer, split, context));
            }
        }
        MixReport report = new MixReport(stages);
        report.write(out);
        for (int i = 0; i < stages.size(); i++) {
            ShardFill.forget(StageData.in(out, i));
        }
        return report;
    }

    /** Whether a folder holds a mix that was interrupted and can go on. */
    public static boolean isInterrupted(Path out) throws IOException {
        if (!Files.isDirectory(out)) {
            return false;
        }
        try (Stream<Path> stages = Files.list(out)) {
            return stages.anyMatch(ShardFill::isInterrupted);
        }
    }
}
