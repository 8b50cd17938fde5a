package lathe.clean.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import lathe.clean.rule.RuleServices;
import lathe.recipe.RecipeYaml;
import lathe.recipe.Rule;
import lathe.recipe.SettingsTable;

/**
 * What annotations depend on: the records, and everything in the rules but bounds. Two passes with the same digest
 * measure the same.
 */
final class MeasureDigest {
    private final MessageDigest sha = sha();

    private MeasureDigest() {}

    /** Of rules alone. */
    static String of(List<Rule> rules, RuleServices services) throws IOException {
        MeasureDigest digest = new MeasureDigest();
        digest.rules(rules, services);
        return digest.done();
    }

    /** Of rules and the records that they are applied to. */
    static String of(Records records, List<Rule> rules, RuleServices services) throws IOException {
        MeasureDigest digest = new MeasureDigest();
        for (int record = 0; record < records.size(); record++) {
            digest.add(records.hash(record) + " " + records.bytes(record));
        }
        digest.rules(rules, services);
        return digest.done();
    }

    private void rules(List<Rule> rules, RuleServices services) throws IOException {
        for (Rule rule : rules) {
            add(rule.label());
            rule(rule, services);
        }
    }

    private String done() {
        return HexFormat.of().formatHex(sha.digest()).substring(0, 32);
    }

    private void rule(Rule rule, RuleServices services) throws IOException {
        ObjectNode all = RecipeYaml.tree(rule);
        for (SettingsTable.Key key : SettingsTable.keys(rule.getClass())) {
            if (!key.setting().bound()) {
                JsonNode value = all.path(key.key());
                add(key.key() + "=" + value);
                files(value, services);
            }
        }
    }

    /** A file that a rule names counts with its size and time: what stands in it may have changed. */
    private void files(JsonNode value, RuleServices services) throws IOException {
        for (JsonNode element : value.isArray() ? value : List.of(value)) {
            if (element.isTextual() && !element.textValue().isBlank()) {
                file(element.textValue(), services);
            }
        }
    }

    private void file(String name, RuleServices services) throws IOException {
        try {
            Path path = services.resolve(name);
            if (Files.isRegularFile(path)) {
                add(Files.size(path) + " " + Files.getLastModifiedTime(path).toMillis());
            }
        } catch (InvalidPathException e) {
            add("no file"); // a word or a pattern
        }
    }

    private void add(String text) {
        sha.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
