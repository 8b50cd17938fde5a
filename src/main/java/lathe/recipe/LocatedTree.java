package lathe.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML as a tree that knows where each key stands. Scalars stay text: the settings table says what they are, so that
 * {@code keep: [no]} is Norwegian and {@code 1e-3} a number.
 */
final class LocatedTree {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable JsonNode root;

    private LocatedTree() {}

    /** Reads YAML; what is wrong with its form is found in {@link #problems}. */
    static LocatedTree read(String yaml) {
        LocatedTree tree = new LocatedTree();
        try {
            Node node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
            tree.root = node == null ? MAKE.objectNode() : tree.convert(node, "");
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            tree.problems.add(new Problem("", mark == null ? 0 : mark.getLine() + 1, "is not YAML: " + e.getProblem()));
        }
        return tree;
    }

    /** Puts a value, given as YAML, under a path such as {@code train.0.lora.r}. */
    void set(String path, String yaml) {
        LocatedTree value = read(yaml);
        if (root == null || value.root == null) {
            problems.add(new Problem(path, 0, "cannot be set to " + yaml));
            return;
        }
        int dot = path.lastIndexOf('.');
        String last = path.substring(dot + 1);
        JsonNode parent = dot < 0 ? root : find(path.substring(0, dot));
        if (parent instanceof ArrayNode list && last.matches("\\d+") && Integer.parseInt(last) < list.size()) {
            list.set(Integer.parseInt(last), value.root);
        } else if (parent instanceof ObjectNode section) {
            section.set(last, value.root);
        } else {
            problems.add(new Problem(path, 0, "has no such place in the recipe; lists count from 0"));
        }
    }

    private @Nullable JsonNode find(String path) {
        JsonNode at = root;
        for (String step : path.split("\\.", -1)) {
            if (at instanceof ArrayNode list && step.matches("\\d+")) {
                at = list.get(Integer.parseInt(step));
            } else if (at instanceof ObjectNode section) {
                at = section.has(step) ? section.get(step) : section.putObject(step);
            } else {
                return null;
            }
        }
        return at;
    }

    @Nullable
    JsonNode root() {
        return root;
    }

    List<Problem> problems() {
        return problems;
    }

    /** The line of a path or of the nearest key above it; 0 where there is none. */
    int line(String path) {
        String at = path;
        while (!at.isEmpty() && !lines.containsKey(at)) {
            int dot = at.lastIndexOf('.');
            at = dot < 0 ? "" : at.substring(0, dot);
        }
        return lines.getOrDefault(at, 0);
    }

    private JsonNode convert(Node node, String path) {
        if (node instanceof MappingNode mapping) {
            return convertMapping(mapping, path);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode list = MAKE.arrayNode();
            for (Node item : sequence.getValue()) {
                String itemPath = join(path, Integer.toString(list.size()));
                lines.put(itemPath, item.getStartMark().getLine() + 1);
                list.add(convert(item, itemPath));
            }
            return list;
        }
        ScalarNode scalar = (ScalarNode) node;
        return scalar.getTag().equals(Tag.NULL) ? MAKE.nullNode() : MAKE.textNode(scalar.getValue());
    }

    private JsonNode convertMapping(MappingNode mapping, String path) {
        ObjectNode section = MAKE.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            String keyPath = join(path, key);
            int line = entry.getKeyNode().getStartMark().getLine() + 1;
            if (section.has(key)) {
                problems.add(new Problem(keyPath, line, "stands twice, first in line " + lines.get(keyPath)));
            }
            lines.put(keyPath, line);
            section.set(key, convert(entry.getValueNode(), keyPath));
        }
        return section;
    }

    static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
