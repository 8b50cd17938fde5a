package lathe.ui.kit;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import lathe.recipe.SettingsTable;
import org.jspecify.annotations.Nullable;

/** Reads a recipe by the paths that forms, problems and {@code --set} use. */
public final class RecipeValues {
    private RecipeValues() {}

    /**
     * The value at a path such as {@code train.1.lora.r}; null where the key is absent.
     *
     * @param root a recipe or a section
     * @param path keys and indices with dots between them; empty for the root itself
     */
    public static @Nullable Object at(Object root, String path) {
        Object here = root;
        for (String key : path.isEmpty() ? new String[0] : path.split("\\.", -1)) {
            if (here == null) {
                return null;
            }
            here = step(here, key);
        }
        return here;
    }

    /** The section at a path, where it is of this type; null where the recipe has another variant or none. */
    public static <T> @Nullable T section(Object root, String path, Class<T> type) {
        Object found = at(root, path);
        return type.isInstance(found) ? type.cast(found) : null;
    }

    private static @Nullable Object step(Object here, String key) {
        if (here instanceof List<?> list) {
            int index = Integer.parseInt(key);
            return index < list.size() ? list.get(index) : null;
        }
        if (here instanceof Map<?, ?> map) {
            return map.get(key);
        }
        List<SettingsTable.Key> keys = SettingsTable.keys(here.getClass());
        RecordComponent[] parts = here.getClass().getRecordComponents();
        for (int i = 0; i < parts.length; i++) {
            if (keys.get(i).key().equals(key)) {
                return read(here, parts[i]);
            }
        }
        return null;
    }

    private static @Nullable Object read(Object section, RecordComponent part) {
        try {
            return part.getAccessor().invoke(section);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a recipe's records are public", e);
        }
    }
}
