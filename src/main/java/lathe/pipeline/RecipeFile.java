package lathe.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lathe.recipe.CorpusSource;
import lathe.recipe.ModelSettings;
import lathe.recipe.Recipe;
import lathe.recipe.RecipeException;
import lathe.recipe.RecipeYaml;
import lathe.recipe.Rule;
import lathe.recipe.TokenizerSettings;
import lathe.run.Failure;

/** Recipes on disk. */
public final class RecipeFile {
    private RecipeFile() {}

    /** Reads a recipe as it stands, with some values replaced; problems name the file and the line. */
    public static Recipe read(Path file, Map<String, String> overrides) throws Failure, IOException {
        if (!Files.isRegularFile(file)) {
            throw Failure.badInput(
                    "There is no recipe", file.toString(), "check the path; sample-data/quickstart.yaml is an example");
        }
        try {
            return RecipeYaml.read(Files.readString(file, StandardCharsets.UTF_8), overrides);
        } catch (RecipeException e) {
            throw e.in(file.toString());
        } catch (java.nio.charset.MalformedInputException e) {
            throw Failure.badInput("The recipe is not UTF-8 text", file.toString(), "save it as UTF-8");
        }
    }

    /** The same recipe with every path absolute, as seen from a folder. */
    public static Recipe resolve(Recipe recipe, Path folder) {
        List<CorpusSource> corpus = new ArrayList<>();
        for (CorpusSource source : recipe.corpus()) {
            String path = absolute(folder, source.path());
            corpus.add(new CorpusSource(path, source.source(), source.preset(), source.format(), source.map()));
        }
        List<Rule> rules = recipe.clean().stream()
                .map(rule -> RuleFiles.absolute(rule, folder))
                .toList();
        TokenizerSettings tokenizer = recipe.tokenizer();
        if (tokenizer instanceof TokenizerSettings.From from) {
            tokenizer = new TokenizerSettings.From(absolute(folder, from.from()));
        } else if (tokenizer instanceof TokenizerSettings.Extend grown) {
            tokenizer = new TokenizerSettings.Extend(
                    absolute(folder, grown.extend()), grown.add(), grown.onlyScript(), grown.minFrequency());
        }
        ModelSettings model = recipe.model() instanceof ModelSettings.From from
                ? new ModelSettings.From(absolute(folder, from.from()), from.resizeVocab())
                : recipe.model();
        return new Recipe(
                recipe.lathe(),
                recipe.name(),
                recipe.seed(),
                corpus,
                rules,
                recipe.split(),
                tokenizer,
                recipe.mix(),
                model,
                recipe.train(),
                recipe.evaluate(),
                recipe.export());
    }

    private static String absolute(Path folder, String path) {
        return folder.toAbsolutePath().resolve(path).normalize().toString();
    }
}
