package lathe.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lathe.run.Json;

/** Values that {@code src/peers/golden_tensors.py} got from transformers and PEFT for a tiny model. */
public record Golden(Path folder, JsonNode values) {

    public static Golden of(String name) throws IOException {
        Path folder = Path.of("src/test/resources/golden/tensors", name);
        return new Golden(folder, Json.parse(Files.readString(folder.resolve("golden.json"))));
    }

    public Path adapter() {
        return folder.resolve("adapter");
    }

    public int[] ints(String key) {
        return ints(values.path(key));
    }

    public double[] doubles(String key) {
        double[] numbers = new double[values.path(key).size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values.path(key).get(i).asDouble();
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
