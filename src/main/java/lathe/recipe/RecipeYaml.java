package lathe.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The one place where a recipe becomes text and text becomes a recipe. */
public final class RecipeYaml {
    private static final ObjectMapper MAPPER = new ObjectMapper(YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.USE_NATIVE_TYPE_ID)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .build())
            .setPropertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .setSerializationInclusion(JsonInclude.Include.NON_NULL)
            .registerModule(words());

    private RecipeYaml() {}

    /** Writes a whole recipe, or one section of it; every key that has a value is written. */
    public static String write(Object recipe) {
        try {
            return MAPPER.writeValueAsString(recipe);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recipe is plain records", e);
        }
    }

    /** A section as a tree, its keys as they are written; what has no value is left out. */
    public static ObjectNode tree(Object section) {
        return MAPPER.valueToTree(section);
    }

    /** Reads a recipe; all that is wrong with it is reported at once, with lines. */
    public static Recipe read(String yaml) throws RecipeException {
        return read(yaml, Map.of());
    }

    /**
     * Reads a recipe with some values replaced.
     *
     * @param overrides path of a key, as {@code train.0.steps}, to its value as YAML
     */
    public static Recipe read(String yaml, Map<String, String> overrides) throws RecipeException {
        LocatedTree tree = LocatedTree.read(yaml);
        overrides.forEach(tree::set);
        JsonNode root = tree.root();
        if (root != null) {
            StagePreset.expand(root);
        }
        return bind(tree, Recipe.class);
    }

    /** Reads a list of rules: a file with a {@code rules:} key. */
    public static List<Rule> readRules(String yaml) throws RecipeException {
        return bind(LocatedTree.read(yaml), Rules.class).rules();
    }

    /**
     * Reads settings of a tokenizer by themselves: what stands under {@code tokenizer:} in a recipe.
     *
     * @param overrides key to its value as YAML
     */
    public static TokenizerSettings readTokenizer(String yaml, Map<String, String> overrides) throws RecipeException {
        LocatedTree tree = LocatedTree.read("tokenizer: " + yaml);
        overrides.forEach((key, value) -> tree.set("tokenizer." + key, value));
        return bind(tree, Tokenizer.class).tokenizer();
    }

    /** A recipe with one value replaced; the path and the YAML are those of {@code --set}. */
    public static Recipe with(Recipe recipe, String path, String yaml) throws RecipeException {
        return read(write(recipe), Map.of(path, yaml));
    }

    /** A recipe's section by itself. */
    record Tokenizer(@Setting(help = "The tokenizer.") TokenizerSettings tokenizer) {}

    /** The content of a file of rules. */
    record Rules(@Setting(help = "Cleaning rules, applied in this order.") List<Rule> rules) {}

    private static <T> T bind(LocatedTree tree, Class<T> type) throws RecipeException {
        JsonNode root = tree.root();
        Completion completion = new Completion(tree);
        if (root == null) {
            throw new RecipeException(completion.problems());
        }
        JsonNode full = completion.section(root, type, "");
        if (!completion.problems().isEmpty()) {
            throw new RecipeException(completion.problems());
        }
        T bound = convert(full, type);
        if (bound instanceof Recipe recipe) {
            refuse(RecipeChecks.problems(recipe), tree);
        }
        return bound;
    }

    private static void refuse(List<Problem> found, LocatedTree tree) throws RecipeException {
        if (!found.isEmpty()) {
            List<Problem> placed = new ArrayList<>();
            found.forEach(p -> placed.add(new Problem(p.path(), tree.line(p.path()), p.reason())));
            throw new RecipeException(placed);
        }
    }

    private static <T> T convert(JsonNode full, Class<T> type) {
        try {
            return MAPPER.treeToValue(full, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the settings table let through what the records refuse", e);
        }
    }

    /** Constants are written in kebab-case. */
    private static SimpleModule words() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(new WordSerializer());
        module.setDeserializerModifier(new BeanDeserializerModifier() {
            @Override
            public JsonDeserializer<?> modifyEnumDeserializer(
                    DeserializationConfig config,
                    JavaType type,
                    BeanDescription description,
                    JsonDeserializer<?> usual) {
                return new WordDeserializer(type.getRawClass());
            }
        });
        return module;
    }

    @SuppressWarnings("rawtypes")
    private static final class WordSerializer extends JsonSerializer<Enum> {
        @Override
        public Class<Enum> handledType() {
            return Enum.class;
        }

        @Override
        public void serialize(Enum value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(SettingsTable.word(value));
        }
    }

    private static final class WordDeserializer extends JsonDeserializer<Object> {
        private final Class<?> type;

        WordDeserializer(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            int at = SettingsTable.choicesOf(type).indexOf(parser.getText());
            return at < 0
                    ? context.handleWeirdStringValue(type, parser.getText(), "unknown word")
                    : type.getEnumConstants()[at];
        }
    }
}
