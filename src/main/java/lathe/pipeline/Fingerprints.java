package lathe.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lathe.data.CorpusFolder;
import lathe.recipe.CorpusSource;
import lathe.recipe.Recipe;
import lathe.recipe.RecipeYaml;
import lathe.recipe.Rule;
import lathe.recipe.TokenizerSettings;
import lathe.recipe.TrainStage;
import lathe.run.Failure;
import lathe.tokenize.convert.TokenizerSource;

/** The fingerprint of each shared step: seed, its own and all earlier sections, digests of sources, Lathe's version. */
final class Fingerprints {
    private final Recipe recipe;
    private final SourceDigests digests;

    private Fingerprints(Recipe recipe, SourceDigests digests) {
        this.recipe = recipe;
        this.digests = digests;
    }

    /** The fingerprints for a recipe whose paths are absolute. */
    static Map<Step, Fingerprint> of(Recipe recipe, Path project) throws IOException, Failure {
        SourceDigests digests = new SourceDigests(project);
        Fingerprints make = new Fingerprints(recipe, digests);
        Map<Step, Fingerprint> all = new EnumMap<>(Step.class);
        Fingerprint at = Fingerprint.of(
                "lathe " + Version.current() + " corpus " + CorpusFolder.LAYOUT + " seed " + recipe.seed());
        at = at.then(make.sources());
        all.put(Step.IMPORT, at);
        at = at.then(RecipeYaml.write(recipe.clean())).then(make.lists());
        all.put(Step.CLEAN, at);
        at = at.then(RecipeYaml.write(recipe.split())).then(make.tokenizer());
        all.put(Step.TOKENIZER, at);
        all.put(Step.MIX, at.then(make.mix()).then(make.chatTemplate()));
        digests.save();
        return all;
    }

    private String sources() throws IOException, Failure {
        StringBuilder text = new StringBuilder();
        for (CorpusSource source : recipe.corpus()) {
            Path path = Path.of(source.path());
            CorpusSource place = new CorpusSource(
                    path.getFileName().toString(), source.source(), source.preset(), source.format(), source.map());
            text.append(RecipeYaml.write(place)).append(digests.of(path)).append('\n');
        }
        return text.toString();
    }

    private String lists() throws IOException, Failure {
        StringBuilder text = new StringBuilder();
        for (Rule rule : recipe.clean()) {
            for (Path file : RuleFiles.of(rule)) {
                text.append(digests.of(file)).append('\n');
            }
        }
        return text.toString();
    }

    /** Of a tokenizer that exists, what it is and not where it lies. */
    private String tokenizer() throws IOException, Failure {
        if (recipe.tokenizer() instanceof TokenizerSettings.From from) {
            return existing(from.from());
        }
        if (recipe.tokenizer() instanceof TokenizerSettings.Extend grown) {
            TokenizerSettings placeless = new TokenizerSettings.Extend(
                    existing(grown.extend()), grown.add(), grown.onlyScript(), grown.minFrequency());
            return RecipeYaml.write(placeless);
        }
        return RecipeYaml.write(recipe.tokenizer());
    }

    private String existing(String place) throws IOException, Failure {
        StringBuilder text = new StringBuilder();
        for (Path file : TokenizerSource.find(Path.of(place)).files()) {
            text.append(digests.of(file)).append('\n');
        }
        return text.toString();
    }

    /** The files beside a tokenizer that is taken as it is, which hold its chat template and name its tokens. */
    private String chatTemplate() throws IOException, Failure {
        StringBuilder text = new StringBuilder();
        if (recipe.tokenizer() instanceof TokenizerSettings.From from) {
            for (String name : List.of("tokenizer_config.json", "special_tokens_map.json", "chat_template.jinja")) {
                Path file = Path.of(from.from()).resolve(name);
                text.append(Files.isRegularFile(file) ? digests.of(file) : "").append('\n');
            }
        }
        return text.toString();
    }

    /** Of a stage, only what decides which tokens it reads: a new learning rate leaves the mix as it is. */
    private String mix() {
        List<Object> parts = new ArrayList<>(List.of(recipe.mix()));
        for (TrainStage stage : recipe.train()) {
            parts.add(List.of(
                    stage.task(),
                    stage.sources(),
                    stage.template(),
                    stage.lossOn(),
                    String.valueOf(stage.steps()),
                    stage.context(),
                    stage.batch(),
                    stage.accumulate()));
        }
        return RecipeYaml.write(parts);
    }
}
