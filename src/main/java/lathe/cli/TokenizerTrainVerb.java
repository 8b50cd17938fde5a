package lathe.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import lathe.recipe.RecipeException;
import lathe.recipe.RecipeYaml;
import lathe.recipe.TokenizerSettings;
import lathe.run.Event;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunCancelledException;
import lathe.tokenize.TokenizerTrainers;
import lathe.tokenize.train.TokenizerTrainer;
import lathe.tokenize.train.TrainedTokenizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learns a vocabulary from files or a corpus folder. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Learns a vocabulary and writes DIR/tokenizer.json.")
final class TokenizerTrainVerb implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--in",
            paramLabel = "PATH",
            required = true,
            arity = "1..*",
            description = "Files, folders, corpus folders; a .txt is read line by line.")
    private List<Path> in;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "byte-bpe",
            description = "byte-bpe, sp-bpe, unigram or wordpiece; default: byte-bpe.")
    private String type = "byte-bpe";

    @Option(
            names = "--vocab-size",
            paramLabel = "N",
            required = true,
            description = "Entries, bytes and special tokens included.")
    private int vocabSize;

    @Option(
            names = "--min-frequency",
            paramLabel = "N",
            defaultValue = "0",
            description = "Rarer pairs are not merged; default: 0.")
    private int minFrequency;

    @Option(
            names = "--pattern",
            paramLabel = "gpt2|cl100k|qwen2",
            defaultValue = "gpt2",
            description = "How text is cut before merging; default: gpt2.")
    private String pattern = "gpt2";

    @Option(
            names = "--special",
            paramLabel = "TOKEN",
            description = "A special token; the first ends a text. May be repeated.")
    private List<String> special = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "Any other key of a recipe's tokenizer: section, as in --set normalizer=nfkc. May be repeated.")
    private Map<String, String> others = new LinkedHashMap<>();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write.")
    private Path out;

    @Override
    public Integer call() throws Failure, IOException, RunCancelledException {
        TokenizerSettings.Train settings = settings();
        TokenizerTrainer trainer = TokenizerTrainers.of(settings);
        try (VerbContext context = new VerbContext(common.reporter());
                TextInputs texts = TextInputs.open(in, context)) {
            TrainedTokenizer trained = trainer.train(texts.sequences(), common.threadsOrAll(), context);
            trained.file().write(out);
            context.emit(new Event.Artifact("tokenizer", out.toString()));
            common.people()
                    .println(String.format(
                            Locale.ROOT,
                            "%,d tokens, %,d merges",
                            trained.vocabSize(),
                            trained.merges().size()));
        }
        return 0;
    }

    private TokenizerSettings.Train settings() throws Failure {
        ObjectNode keys = JsonNodeFactory.instance.objectNode();
        keys.put("train", type).put("vocab-size", vocabSize).put("min-frequency", minFrequency);
        keys.put("pattern", pattern).set("special", Json.mapper().valueToTree(special));
        try {
            return (TokenizerSettings.Train) RecipeYaml.readTokenizer(Json.line(keys), others);
        } catch (RecipeException e) {
            throw e.in("--set");
        }
    }
}
