package lathe.text.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.run.Failure;
import lathe.run.Json;

/**
 * The special tokens of a tokenizer's folder.
 *
 * @param named by duty, as {@code eos_token}: what templates call them
 * @param all strings that a tokenizer always takes for a special token
 */
record SpecialTokens(Map<String, String> named, List<String> all) {
    /** Those of no tokenizer. */
    static final SpecialTokens NONE = new SpecialTokens(Map.of(), List.of());

    private static final List<String> DUTIES =
            List.of("bos_token", "eos_token", "unk_token", "sep_token", "pad_token", "cls_token", "mask_token");

    /** Reads {@code tokenizer.json}, {@code tokenizer_config.json} and {@code special_tokens_map.json}. */
    static SpecialTokens of(Path folder) throws Failure, IOException {
        List<String> all = new ArrayList<>();
        for (JsonNode added : read(folder.resolve("tokenizer.json")).path("added_tokens")) {
            if (added.path("special").asBoolean()) {
                all.add(added.path("content").asText());
            }
        }
        Map<String, String> named = new LinkedHashMap<>();
        JsonNode config = read(folder.resolve("tokenizer_config.json"));
        JsonNode map = read(folder.resolve("special_tokens_map.json"));
        for (String duty : DUTIES) {
            JsonNode token = config.hasNonNull(duty) ? config.path(duty) : map.path(duty);
            JsonNode name = token.isObject() ? token.path("content") : token;
            if (name.isTextual()) {
                named.put(duty, name.asText());
            }
        }
        if (!all.isEmpty()) {
            named.putIfAbsent("eos_token", all.get(0)); // as Tokenizer takes it
        }
        return new SpecialTokens(named, List.copyOf(all));
    }

    /** A file as a tree; an empty one where there is no file. */
    static JsonNode read(Path file) throws Failure, IOException {
        if (!Files.isRegularFile(file)) {
            return Json.mapper().createObjectNode();
        }
        try {
            return Json.mapper().readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw Failure.badInput(
                    "This is not JSON: " + e.getOriginalMessage(),
                    file + ":" + e.getLocation().getLineNr(),
                    "copy the file again from where it came");
        }
    }

    /** Where a special token that stands at a place of a text ends; the place itself where none does. */
    int endOfTokenAt(String text, int at) {
        return all.stream()
                .filter(token -> text.startsWith(token, at))
                .mapToInt(token -> at + token.length())
                .max()
                .orElse(at);
    }

    boolean endWith(String text) {
        return all.stream().anyMatch(text::endsWith);
    }

    /** The special token with which a text ends; empty where none does. */
    String endOf(String text) {
        return all.stream()
                .filter(text::endsWith)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }
}
