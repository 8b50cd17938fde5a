package lathe.recipe;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The settings table: every key of the recipe, read once from the annotations on its records. */
public final class SettingsTable {
    private static final Pattern DASH = Pattern.compile("_(?!\\d)|(?<!\\d)_");
    private static final PropertyNamingStrategies.KebabCaseStrategy KEBAB =
            new PropertyNamingStrategies.KebabCaseStrategy();

    private SettingsTable() {}

    /**
     * One key.
     *
     * @param key its name in YAML
     * @param type the type of its value; for lists and maps their generic type
     * @param setting its definition
     */
    public record Key(String key, Type type, Setting setting) {

        /** Whether a recipe can do without. */
        public boolean required() {
            return setting.def().equals(Setting.REQUIRED);
        }

        /** The default as YAML, or null where the key is required or simply absent. */
        public @Nullable String defaultYaml() {
            String def = setting.def();
            return def.equals(Setting.REQUIRED) || def.equals(Setting.ABSENT) ? null : def;
        }

        /** The type of the value, without its parameters. */
        public Class<?> rawType() {
            return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
        }

        /** What a list holds, or what a map holds under its names. */
        public Class<?> elementType() {
            Type[] of = ((ParameterizedType) type).getActualTypeArguments();
            return (Class<?>) of[of.length - 1];
        }

        /** The words that may stand here, or none where the value is open. */
        public List<String> choices() {
            Class<?> of = List.class.isAssignableFrom(rawType()) ? elementType() : rawType();
            return choicesOf(of);
        }

        /** The bounds as people read them; empty where there are none. */
        public String range() {
            boolean low = setting.min() != Double.NEGATIVE_INFINITY;
            boolean high = setting.max() != Double.POSITIVE_INFINITY;
            if (low && high) {
                return number(setting.min()) + " to " + number(setting.max());
            }
            return low ? "at least " + number(setting.min()) : high ? "at most " + number(setting.max()) : "";
        }
    }

    /** The keys of a section, in the order in which they are written. */
    public static List<Key> keys(Class<?> section) {
        List<Key> keys = new ArrayList<>();
        for (RecordComponent part : section.getRecordComponents()) {
            Setting setting = part.getAnnotation(Setting.class);
            if (setting == null) {
                throw new IllegalStateException(section + "." + part.getName() + " has no @Setting");
            }
            keys.add(new Key(keyOf(part), part.getGenericType(), setting));
        }
        return List.copyOf(keys);
    }

    /** One key of a section by its name. */
    public static Key key(Class<?> section, String name) {
        return keys(section).stream()
                .filter(key -> key.key().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(section + " has no key " + name));
    }

    /** The forms that a section can take; a plain record has one. */
    public static List<Class<?>> variants(Class<?> section) {
        JsonSubTypes types = section.getAnnotation(JsonSubTypes.class);
        return types == null
                ? List.of(section)
                : Arrays.stream(types.value())
                        .<Class<?>>map(JsonSubTypes.Type::value)
                        .toList();
    }

    /** The key whose value names the variant, or null where its keys tell. */
    static @Nullable String discriminator(Class<?> section) {
        JsonTypeInfo info = section.getAnnotation(JsonTypeInfo.class);
        return info == null || info.use() != JsonTypeInfo.Id.NAME ? null : info.property();
    }

    /** The names of a section's variants, as they stand under its discriminator. */
    static List<String> variantNames(Class<?> section) {
        return Arrays.stream(section.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .toList();
    }

    /** The words of an enum as recipes write them. */
    public static List<String> choicesOf(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return constants == null
                ? List.of()
                : Arrays.stream(constants).map(value -> word((Enum<?>) value)).toList();
    }

    /** A constant as recipes write it: kebab-case, but for what parts two digits, as in q8_0. */
    public static String word(Enum<?> value) {
        return DASH.matcher(value.name().toLowerCase(Locale.ROOT)).replaceAll("-");
    }

    private static String keyOf(RecordComponent part) {
        JsonProperty named = part.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? KEBAB.translate(part.getName()) : named.value();
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e7
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : Double.toString(value);
    }
}
