package lathe.mix;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lathe.data.StageData;
import lathe.mix.shard.ShardEncoder;
import lathe.mix.shard.ShardFill;
import lathe.recipe.MixSettings.Unit;
import lathe.recipe.TrainStage;
import lathe.recipe.TrainStage.Task;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;
import lathe.text.Tokenizer;
import lathe.text.chat.ChatTemplate;
import lathe.text.chat.RecordEncoder;

/** Writes the data of one stage. */
final class StageMixer {
    private final MixRequest request;
    private final int index;
    private final TrainStage stage;
    private final Map<String, SourceTokens> sources = new TreeMap<>();
    private int trainDocuments;

    StageMixer(MixRequest request, int index) {
        this.request = request;
        this.index = index;
        this.stage = request.stages().get(index);
    }

    StageMix write(StageData data, Tokenizer tokenizer, Split split, RunContext context)
            throws Failure, IOException, RunCancelledException {
        encode(data, encoder(tokenizer, split), context);
        sources.values().removeIf(source -> source.size() == 0 && source.heldOut() == 0);
        Map<String, SourceTokens> usable = new TreeMap<>(sources);
        usable.values().removeIf(source -> source.size() == 0);
        checkNotEmpty(usable, context);
        Map<String, Double> weights = Weights.of(request.mix().weights(), usable.keySet());
        Map<String, List<Pick>> picks = pick(usable, weights);
        data.writeOrder(new Pass(request.mix(), request.seed(), index).order(picks));
        return report(picks, weights);
    }

    private void encode(StageData data, ShardEncoder encoder, RunContext context)
            throws Failure, IOException, RunCancelledException {
        ShardFill.Work work = new ShardFill.Work(request.cleaned(), data, key(), request.threads());
        long quoting = ShardFill.run(work, encoder, this::add, context);
        if (quoting > 0) {
            boolean text = encoder.records().template().keepsQuotesAsText();
            context.warn(
                    quoting + " conversations quote special tokens of the tokenizer; "
                            + (text ? "they stay text" : "they become those tokens"),
                    "train." + index + ".template",
                    "clean such records out if they were not meant to be there");
        }
    }

    private ShardEncoder encoder(Tokenizer tokenizer, Split split) throws Failure, IOException {
        ChatTemplate template = ChatTemplate.of(stage.template(), request.tokenizer());
        RecordEncoder records = new RecordEncoder(tokenizer, template, stage.task(), stage.lossOn());
        return new ShardEncoder(records, StageFilter.of(stage), split::isHeldOut);
    }

    /** All that decides what is filled in; the folder lies under the name of corpus and tokenizer. */
    private String key() throws IOException {
        return String.join(
                "/",
                List.of(
                        stage.task().name(),
                        stage.template(),
                        stage.lossOn().name(),
                        stage.sources().toString(),
                        request.split().toString(),
                        Long.toString(request.seed()),
                        Long.toString(Files.size(request.cleaned().records())),
                        Long.toString(Files.size(request.tokenizer().resolve("tokenizer.json")))));
    }

    private void add(String name, boolean heldOut, int length) {
        SourceTokens source = sources.computeIfAbsent(name, key -> new SourceTokens());
        if (heldOut) {
            source.holdOut();
        } else {
            source.add(trainDocuments++, length, stage.context());
        }
    }

    private void checkNotEmpty(Map<String, SourceTokens> usable, RunContext context) throws Failure {
        String where = "train." + index + ".sources";
        String wanted = stage.task() == Task.SFT ? "conversations" : "records";
        if (usable.isEmpty()) {
            String named = stage.sources().isEmpty() ? "The corpus" : String.join(", ", stage.sources());
            throw Failure.badInput(
                    named + " holds no " + wanted + " for stage " + index,
                    where,
                    "name sources that hold " + wanted,
                    "or keep more of them: the cleaning rules may be too strict");
        }
        for (String source : stage.sources()) {
            if (!usable.containsKey(source)) {
                context.warn(
                        "Source " + source + " gives stage " + index + " no " + wanted,
                        where,
                        "look at what cleaning dropped, or leave the source out");
            }
        }
    }

    private Map<String, List<Pick>> pick(Map<String, SourceTokens> usable, Map<String, Double> weights) {
        Pass pass = new Pass(request.mix(), request.seed(), index);
        Map<String, List<Pick>> picks = new LinkedHashMap<>();
        double length = passLength(usable, weights);
        usable.forEach((name, source) -> {
            Double weight = weights.get(name);
            picks.put(name, weight == null ? Pass.all(source, 0) : pass.pick(name, source, weight * length));
        });
        return picks;
    }

    /** Units in one pass: what the stage's steps read, or else what the sources hold. */
    private double passLength(Map<String, SourceTokens> usable, Map<String, Double> weights) {
        boolean tokens = request.mix().unit() == Unit.TOKENS;
        double held = 0;
        double tokensPerUnit = 0;
        for (Map.Entry<String, SourceTokens> entry : usable.entrySet()) {
            SourceTokens source = entry.getValue();
            held += tokens ? source.tokens() : source.size();
            double perDocument = (double) source.tokens() / source.size();
            tokensPerUnit += weights.getOrDefault(entry.getKey(), 0.0) * (tokens ? 1 : perDocument);
        }
        Long steps = stage.steps();
        if (steps == null || tokensPerUnit == 0) {
            return held;
        }
        double perStep = (double) stage.batch() * stage.accumulate() * stage.context();
        return steps * perStep / tokensPerUnit;
    }

    private StageMix report(Map<String, List<Pick>> picks, Map<String, Double> weights) {
        long all = picks.values().stream().mapToLong(StageMixer::tokens).sum();
        List<SourceMix> rows = new ArrayList<>();
        sources.forEach((name, source) -> {
            List<Pick> own = picks.getOrDefault(name, List.of());
            rows.add(new SourceMix(
                    name,
                    source.size(),
                    source.tokens(),
                    source.heldOut(),
                    weights.get(name),
                    own.size(),
                    (double) tokens(own) / Math.max(1, all),
                    source.truncated()));
        });
        long documents = picks.values().stream().mapToLong(List::size).sum();
        return new StageMix(index, stage.task().name().toLowerCase(Locale.ROOT), documents, all, rows);
    }

    private static long tokens(List<Pick> picks) {
        return picks.stream().mapToLong(Pick::length).sum();
    }
}
