package lathe.recipe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold between keys, each of which is in range by itself. */
final class RecipeChecks {
    private static final Set<String> TEMPLATES = Set.of("alpaca", "chatml", "llama2", "llama3", "plain", "tokenizer");

    private final Recipe recipe;
    private final List<Problem> found = new ArrayList<>();

    private RecipeChecks(Recipe recipe) {
        this.recipe = recipe;
    }

    static List<Problem> problems(Recipe recipe) {
        RecipeChecks checks = new RecipeChecks(recipe);
        checks.checkName();
        checks.checkSources();
        if (recipe.model() instanceof ModelSettings.New model) {
            checks.checkModel(model);
        }
        for (int i = 0; i < recipe.train().size(); i++) {
            checks.checkStage(recipe.train().get(i), "train." + i);
        }
        return List.copyOf(checks.found);
    }

    private void checkName() {
        if (!recipe.name().matches("[\\p{L}\\p{N}._-]{1,100}") || recipe.name().startsWith(".")) {
            add("name", "may hold letters, digits, dot, dash and underscore, and not begin with a dot");
        }
    }

    private void checkSources() {
        Set<String> sources = new HashSet<>();
        recipe.corpus().forEach(entry -> sources.add(entry.source()));
        for (String name : recipe.mix().weights().keySet()) {
            if (!sources.contains(name)) {
                add("mix.weights." + name, "no such source; " + Nearest.hint(name, sources));
            }
        }
        for (int i = 0; i < recipe.train().size(); i++) {
            for (String name : recipe.train().get(i).sources()) {
                if (!sources.contains(name)) {
                    add("train." + i + ".sources", "no such source: " + name + "; " + Nearest.hint(name, sources));
                }
            }
        }
    }

    private void checkModel(ModelSettings.New model) {
        if (model.hiddenSize() % (2 * model.heads()) != 0) {
            add(
                    "model.hidden-size",
                    "must be a multiple of 2 × heads (" + 2 * model.heads() + "), was " + model.hiddenSize());
        }
        if (model.heads() % model.kvHeadsOrDefault() != 0) {
            add("model.kv-heads", "must divide heads (" + model.heads() + "), was " + model.kvHeadsOrDefault());
        }
    }

    private void checkStage(TrainStage stage, String path) {
        if (stage.steps() != null && stage.epochs() != null) {
            add(path + ".epochs", "give either steps or epochs, not both");
        }
        if (stage.guards().keepsBest() && recipe.split().evaluate() == 0) {
            add(path + ".guards", "needs held-out data to know the best weights; set split.evaluate above 0");
        }
        if (!TEMPLATES.contains(stage.template())) {
            add(
                    path + ".template",
                    "no such template: " + stage.template() + "; " + Nearest.hint(stage.template(), TEMPLATES));
        }
        if (recipe.model() instanceof ModelSettings.New model && stage.context() > model.maxPositionEmbeddings()) {
            add(
                    path + ".context",
                    "is longer than model.max-position-embeddings (" + model.maxPositionEmbeddings() + ")");
        }
        checkAdapter(stage, path);
    }

    private void checkAdapter(TrainStage stage, String path) {
        LoraSettings.Init init = stage.lora().initLoraWeights();
        boolean takes = init == LoraSettings.Init.PISSA || init == LoraSettings.Init.OLORA;
        if (takes && stage.method() == TrainStage.Method.QLORA) {
            add(
                    path + ".lora.init-lora-weights",
                    SettingsTable.word(init) + " changes the weights, which qlora keeps in four bits; use method lora");
        }
        if (takes && stage.lora().useDora()) {
            add(
                    path + ".lora.use-dora",
                    "cannot go with init-lora-weights " + SettingsTable.word(init) + ": it could not be saved");
        }
        if (stage.method() == TrainStage.Method.QLORA
                && stage.gradientCheckpointing() == TrainStage.Checkpointing.NEVER) {
            add(
                    path + ".gradient-checkpointing",
                    "cannot be never with method qlora, whose weights are made dense a layer at a time");
        }
        if (stage.lora().targets().isEmpty()) {
            add(path + ".lora.targets", "names no matrix; all-linear takes all");
        }
    }

    private void add(String path, String reason) {
        found.add(new Problem(path, 0, reason));
    }
}
