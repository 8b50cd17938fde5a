package lathe.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lathe.data.CorpusFolder;
import lathe.evaluate.HeldOutFigures;
import lathe.export.card.CardFacts;
import lathe.recipe.ModelSettings;
import lathe.recipe.Recipe;
import lathe.recipe.RecipeYaml;
import lathe.run.Json;
import lathe.run.Ledger;
import lathe.run.StepMetrics;
import org.jspecify.annotations.Nullable;

/** What a run says of itself for the card of what it exports; places of this machine stay out. */
final class RunFacts {
    private static final Pattern DIGEST = Pattern.compile("(?m)^# (.+): sha256 ([0-9a-f]{64})$");

    private RunFacts() {}

    static CardFacts of(RunFolder run, Recipe recipe, Map<Step, Path> results) throws IOException {
        return new CardFacts(
                recipe.name(),
                recipe.model() instanceof ModelSettings.From from ? name(from.from()) : "",
                shared(recipe),
                sources(run),
                ledger(results.get(Step.IMPORT)),
                recipe.clean().isEmpty() ? null : ledger(results.get(Step.CLEAN)),
                metrics(run),
                figures(run),
                answers(run));
    }

    /** The recipe with names of files in place of paths. */
    static String shared(Recipe recipe) {
        ObjectNode tree = RecipeYaml.tree(recipe);
        shorten(tree);
        return RecipeYaml.write(tree);
    }

    private static void shorten(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                // what is asked of a model is no path, even if it begins like one
                if (!entry.getKey().equals("prompts")) {
                    entry.setValue(shortened(entry.getValue()));
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, shortened(array.get(i)));
            }
        }
    }

    private static JsonNode shortened(JsonNode value) {
        if (value.isTextual() && isPlace(value.textValue())) {
            return TextNode.valueOf(name(value.textValue()));
        }
        shorten(value);
        return value;
    }

    /** Frozen recipes hold absolute paths. */
    private static boolean isPlace(String text) {
        try {
            return Path.of(text).isAbsolute() && Files.exists(Path.of(text));
        } catch (InvalidPathException e) {
            return false; // words that no file can have as its name
        }
    }

    private static String name(String path) {
        return Objects.requireNonNullElse(Path.of(path).getFileName(), Path.of(path))
                .toString();
    }

    private static List<CardFacts.Source> sources(RunFolder run) throws IOException {
        List<CardFacts.Source> sources = new ArrayList<>();
        Matcher digests = DIGEST.matcher(Files.readString(run.recipeFile()));
        while (digests.find()) {
            sources.add(new CardFacts.Source(digests.group(1), digests.group(2)));
        }
        return sources;
    }

    private static @Nullable Ledger ledger(@Nullable Path folder) throws IOException {
        return folder != null && CorpusFolder.isOne(folder) ? new CorpusFolder(folder).ledger() : null;
    }

    private static List<StepMetrics> metrics(RunFolder run) throws IOException {
        List<StepMetrics> steps = new ArrayList<>();
        if (Files.exists(run.metrics())) {
            for (String line : Files.readAllLines(run.metrics())) {
                steps.add(Json.mapper().readValue(line, StepMetrics.class));
            }
        }
        return steps;
    }

    private static List<CardFacts.Figure> figures(RunFolder run) throws IOException {
        return HeldOutFigures.read(run.folder()).map(RunFacts::figures).orElse(List.of());
    }

    private static List<CardFacts.Figure> figures(HeldOutFigures held) {
        HeldOutFigures.Side base = held.base();
        HeldOutFigures.Side tuned = held.tuned();
        return List.of(
                figure("loss", "损失", "%.4f", base.loss(), tuned == null ? null : tuned.loss()),
                figure("perplexity", "困惑度", "%.3f", base.perplexity(), tuned == null ? null : tuned.perplexity()),
                figure(
                        "token accuracy",
                        "词元准确率",
                        "%.3f",
                        base.tokenAccuracy(),
                        tuned == null ? null : tuned.tokenAccuracy()));
    }

    private static CardFacts.Figure figure(
            String english, String chinese, String form, double base, @Nullable Double tuned) {
        return new CardFacts.Figure(
                english,
                chinese,
                String.format(Locale.ROOT, form, base),
                tuned == null ? "" : String.format(Locale.ROOT, form, tuned));
    }

    private static List<CardFacts.Answer> answers(RunFolder run) throws IOException {
        if (!Files.exists(Answers.in(run))) {
            return List.of();
        }
        return Answers.read(run).answers().stream()
                .map(answer -> new CardFacts.Answer(
                        answer.prompt(), answer.base(), Objects.requireNonNullElse(answer.tuned(), "")))
                .toList();
    }
}
