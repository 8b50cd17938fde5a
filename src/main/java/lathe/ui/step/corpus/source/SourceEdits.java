package lathe.ui.step.corpus.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.recipe.CorpusSource;
import lathe.recipe.Recipe;
import lathe.run.Json;

/** Edits of the recipe that concern a source and whatever speaks of it: weights, and the sources of stages. */
public final class SourceEdits {
    private SourceEdits() {}

    /** Gives a source another name, everywhere; each edit as path and YAML. */
    public static Map<String, String> rename(Recipe recipe, int index, String name) {
        String before = recipe.corpus().get(index).source();
        Map<String, String> edits = new LinkedHashMap<>();
        edits.put("corpus." + index + ".source", Json.line(name));
        if (isAlone(recipe, before)) {
            putSources(edits, recipe, source -> source.equals(before) ? List.of(name) : List.of(source));
            Map<String, Double> weights = new LinkedHashMap<>();
            recipe.mix()
                    .weights()
                    .forEach((source, weight) -> weights.put(source.equals(before) ? name : source, weight));
            edits.put("mix.weights", Json.line(weights));
        }
        return edits;
    }

    /** Takes a source out, everywhere. */
    public static Map<String, String> remove(Recipe recipe, int index) {
        List<CorpusSource> left = new ArrayList<>(recipe.corpus());
        String gone = left.remove(index).source();
        Map<String, String> edits = new LinkedHashMap<>();
        edits.put("corpus", Json.line(left));
        if (isAlone(recipe, gone)) {
            putSources(edits, recipe, source -> source.equals(gone) ? List.of() : List.of(source));
            Map<String, Double> weights = new LinkedHashMap<>(recipe.mix().weights());
            weights.remove(gone);
            edits.put("mix.weights", Json.line(weights));
        }
        return edits;
    }

    /** The stage, from 1, that trains on this source alone and would train on all without it; 0 where there is none. */
    public static int stageThatNeeds(Recipe recipe, int index) {
        String name = recipe.corpus().get(index).source();
        for (int i = 0; i < recipe.train().size() && isAlone(recipe, name); i++) {
            if (recipe.train().get(i).sources().equals(List.of(name))) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Whether another source has this name. */
    public static boolean isTaken(Recipe recipe, int index, String name) {
        for (int i = 0; i < recipe.corpus().size(); i++) {
            if (i != index && recipe.corpus().get(i).source().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name belongs to one entry of the corpus only, so that what speaks of it speaks of that entry. */
    private static boolean isAlone(Recipe recipe, String name) {
        return recipe.corpus().stream()
                        .filter(source -> source.source().equals(name))
                        .count()
                == 1;
    }

    private static void putSources(
            Map<String, String> edits, Recipe recipe, java.util.function.Function<String, List<String>> replaced) {
        for (int i = 0; i < recipe.train().size(); i++) {
            List<String> before = recipe.train().get(i).sources();
            List<String> now = before.stream()
                    .flatMap(source -> replaced.apply(source).stream())
                    .toList();
            if (!now.equals(before)) {
                edits.put("train." + i + ".sources", Json.line(now));
            }
        }
    }
}
