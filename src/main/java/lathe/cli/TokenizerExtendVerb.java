package lathe.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
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
import lathe.tokenize.convert.ReadyTokenizer;
import lathe.tokenize.extend.GrownTokenizer;
import lathe.tokenize.extend.Growth;
import lathe.tokenize.extend.TokenizerExtender;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Grows a tokenizer by what files or a corpus folder add to it. */
@Command(
        name = "extend",
        mixinStandardHelpOptions = true,
        description = "Adds tokens to a BPE tokenizer; all old ids stay. Writes DIR/tokenizer.json and grown.json.")
final class TokenizerExtendVerb implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--tokenizer",
            paramLabel = "PATH",
            required = true,
            description = "A tokenizer in any form that convert reads.")
    private Path place;

    @Option(
            names = "--in",
            paramLabel = "PATH",
            required = true,
            arity = "1..*",
            description = "Files, folders, corpus folders; a .txt is read line by line.")
    private List<Path> in;

    @Option(names = "--add", paramLabel = "N", required = true, description = "New tokens.")
    private int add;

    @Option(
            names = "--only-script",
            paramLabel = "SCRIPT",
            defaultValue = "any",
            description =
                    "Script of the new tokens: han, latin, cyrillic, arabic, hangul, japanese, devanagari, thai; then other texts keep their ids. Default: any.")
    private String onlyScript = "any";

    @Option(
            names = "--min-frequency",
            paramLabel = "N",
            defaultValue = "0",
            description = "Rarer pairs are not merged; default: 0.")
    private int minFrequency;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write.")
    private Path out;

    @Override
    public Integer call() throws Failure, IOException, RunCancelledException {
        try (ReadyTokenizer base = ReadyTokenizer.open(place);
                VerbContext context = new VerbContext(common.reporter());
                TextInputs texts = TextInputs.open(in, context)) {
            GrownTokenizer grown = new TokenizerExtender(base.folder(), settings())
                    .extend(texts.sequences(), common.threadsOrAll(), context);
            grown.write(out);
            context.emit(new Event.Artifact("tokenizer", out.toString()));
            print(grown.growth());
        }
        return 0;
    }

    private TokenizerSettings.Extend settings() throws Failure {
        ObjectNode keys = JsonNodeFactory.instance.objectNode();
        keys.put("extend", place.toString()).put("add", add);
        keys.put("only-script", onlyScript).put("min-frequency", minFrequency);
        try {
            return (TokenizerSettings.Extend) RecipeYaml.readTokenizer(Json.line(keys), Map.of());
        } catch (RecipeException e) {
            throw e.in("the command line");
        }
    }

    private void print(Growth growth) {
        if (common.json) {
            System.out.println(Json.line(growth));
        }
        common.people()
                .println(String.format(
                        Locale.ROOT,
                        "%,d tokens, %,d of them new (%,d characters); all old ids stay",
                        growth.newSize(),
                        growth.newSize() - growth.oldSize(),
                        growth.characters()));
        common.people().println("script                  bytes  bytes/token before    now  words that changed");
        growth.scripts().forEach((script, share) -> common.people()
                .println(String.format(
                        Locale.ROOT,
                        "%-14s %,14d %19.2f %6.2f %18.1f%%",
                        script,
                        share.bytes(),
                        share.bytesPerTokenBefore(),
                        share.bytesPerTokenNow(),
                        100.0 * share.changedWords() / Math.max(1, share.words()))));
    }
}
