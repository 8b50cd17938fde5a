package lathe.model.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lathe.run.Failure;
import lathe.run.Json;

/** Finds the safetensors files of a folder. */
final class WeightFiles {
    private static final String CONVERT =
            "convert it in Python: AutoModelForCausalLM.from_pretrained(folder).save_pretrained(other)";

    private WeightFiles() {}

    /** The one of a name, or those that its index names. */
    static List<Path> of(Path folder, String name) throws Failure, IOException {
        if (Files.isRegularFile(folder.resolve(name))) {
            return List.of(folder.resolve(name));
        }
        Path index = folder.resolve(name + ".index.json");
        if (!Files.isRegularFile(index)) {
            throw missing(folder, name);
        }
        Set<String> names = new TreeSet<>();
        for (JsonNode file : Json.read(index, JsonNode.class).path("weight_map")) {
            names.add(checked(file.asText(), index));
        }
        return names.stream().map(folder::resolve).toList();
    }

    private static String checked(String name, Path index) throws Failure {
        if (name.isEmpty() || name.contains("/") || name.contains("\\")) {
            throw Failure.badInput(
                    "The index names a file outside its folder: " + name,
                    index.toString(),
                    "copy the model again from where it came");
        }
        return name;
    }

    private static Failure missing(Path folder, String name) throws IOException {
        String pickle = Files.isDirectory(folder) ? pickle(folder) : "";
        if (pickle.isEmpty()) {
            return Failure.badInput(
                    "The weights are missing",
                    folder.resolve(name).toString(),
                    "name a folder that holds safetensors files");
        }
        return Failure.badInput(
                "The weights are a pickle, which can run any program when it is opened; Lathe opens safetensors only",
                folder.resolve(pickle).toString(),
                CONVERT,
                "fetch the model in safetensors");
    }

    /** The first file of PyTorch's own form; empty where there is none. */
    private static String pickle(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".bin") || file.endsWith(".pt") || file.endsWith(".pth"))
                    .sorted()
                    .findFirst()
                    .orElse("");
        }
    }
}
