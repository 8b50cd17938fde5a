package lathe.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.prefs.Preferences;

/** What belongs to the person, not to the recipe: language, appearance, the last project. */
public final class UserSettings {
    private static final String LANGUAGE = "language";
    private static final String DARK = "dark";
    private static final String LAST = "recipe";

    private final Preferences store;

    public UserSettings(Preferences store) {
        this.store = store;
    }

    /** The settings of whoever uses this machine account. */
    public static UserSettings ofUser() {
        return new UserSettings(Preferences.userRoot().node("lathe"));
    }

    /** The chosen language, else the system's. */
    public Locale language() {
        String chosen = store.get(LANGUAGE, "");
        return chosen.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(chosen);
    }

    public void setLanguage(Locale locale) {
        store.put(LANGUAGE, locale.toLanguageTag());
    }

    public boolean isDark() {
        return store.getBoolean(DARK, false);
    }

    public void setDark(boolean dark) {
        store.putBoolean(DARK, dark);
    }

    /** The recipe that was open last, where it still exists. */
    public Optional<Path> lastRecipe() {
        String last = store.get(LAST, "");
        return last.isEmpty() ? Optional.empty() : Optional.of(Path.of(last)).filter(Files::isRegularFile);
    }

    public void setLastRecipe(Path file) {
        store.put(LAST, file.toAbsolutePath().toString());
    }
}
