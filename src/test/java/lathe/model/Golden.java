package lathe.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lathe.model.text.TokenRow;
import lathe.run.Json;

/** Values that {@code src/peers/golden_tensors.py} got from transformers and PEFT for a tiny model. */
public record Golden(Path folder, JsonNode values, Path adapter) {

    private static final Path ADAPTERS = Path.of("src/test/resources/golden/adapters");
    private static final Path FAMILIES = Path.of("src/test/resources/golden/families");

    public static Golden of(String name) throws IOException {
        return in(Path.of("src/test/resources/golden/tensors", name));
    }

    /** A model that {@code src/peers/golden_families.py} made. */
    public static Golden family(String name) throws IOException {
        return in(FAMILIES.resolve(name));
    }

    /** Names of all those models. */
    public static List<String> families() throws IOException {
        try (Stream<Path> folders = Files.list(FAMILIES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** Names of those that come with an adapter and with steps of training. */
    public static List<String> adaptedFamilies() throws IOException {
        List<String> adapted = new ArrayList<>(families());
        adapted.removeIf(name -> !Files.exists(FAMILIES.resolve(name).resolve("adapter")));
        return adapted;
    }

    /** An adapter that {@code src/peers/golden_adapters.py} made; the folder is that of its model. */
    public static Golden adapterOf(String kind) throws IOException {
        Golden own = in(ADAPTERS.resolve(kind));
        return new Golden(ADAPTERS.resolve(own.values().path("base").asText()), own.values(), own.adapter());
    }

    /** Kinds of adapters. */
    public static List<String> adapterKinds() throws IOException {
        try (Stream<Path> folders = Files.list(ADAPTERS)) {
            return folders.filter(folder -> Files.exists(folder.resolve("adapter")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** A folder with a model, an adapter, and golden.json. */
    public static Golden in(Path folder) throws IOException {
        return new Golden(
                folder, Json.parse(Files.readString(folder.resolve("golden.json"))), folder.resolve("adapter"));
    }

    public int[] ints(String key) {
        return ints(values.path(key));
    }

    public double[] doubles(String key) {
        return doubles(values.path(key));
    }

    /** Scores of a text at some of its positions. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    public record Text(int[] ids, int[] positions, double[] logits) {}

    public List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        for (JsonNode text : values.path("texts")) {
            texts.add(new Text(ints(text.path("ids")), ints(text.path("positions")), doubles(text.path("logits"))));
        }
        return texts;
    }

    public List<String> strings(String key) {
        List<String> strings = new ArrayList<>();
        values.path(key).forEach(value -> strings.add(value.asText()));
        return strings;
    }

    private static double[] doubles(JsonNode list) {
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).asDouble();
        }
        return numbers;
    }

    public double setting(String key) {
        return values.path("settings").path(key).asDouble();
    }

    /** The rows of each step. */
    public List<List<TokenRow>> steps() {
        List<List<TokenRow>> steps = new ArrayList<>();
        for (JsonNode step : values.path("steps")) {
            List<TokenRow> rows = new ArrayList<>();
            for (JsonNode row : step) {
                int[] marks = ints(row.path("trained"));
                boolean[] trained = new boolean[marks.length];
                for (int i = 0; i < marks.length; i++) {
                    trained[i] = marks[i] != 0;
                }
                rows.add(new TokenRow(ints(row.path("ids")), trained));
            }
            steps.add(rows);
        }
        return steps;
    }

    private static int[] ints(JsonNode list) {
        int[] numbers = new int[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).asInt();
        }
        return numbers;
    }
}
