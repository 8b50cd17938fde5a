package lathe.ui;

import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import lathe.ui.kit.Texts;

/** Language and appearance, in the menu behind the wheel. */
final class SettingsMenu {
    private final UserSettings settings;
    private final Runnable languageChanged;
    private final Runnable lookChanged;

    SettingsMenu(UserSettings settings, Runnable languageChanged, Runnable lookChanged) {
        this.settings = settings;
        this.languageChanged = languageChanged;
        this.lookChanged = lookChanged;
    }

    void fill(MenuButton button, Texts texts) {
        ToggleGroup languages = new ToggleGroup();
        ToggleGroup looks = new ToggleGroup();
        boolean chinese = texts.locale().getLanguage().equals("zh");
        button.getItems()
                .setAll(
                        item(languages, "English", !chinese, () -> speak(Locale.ENGLISH)),
                        item(languages, "简体中文", chinese, () -> speak(Locale.SIMPLIFIED_CHINESE)),
                        new SeparatorMenuItem(),
                        item(looks, texts.get("app.theme.light"), !settings.isDark(), () -> look(false)),
                        item(looks, texts.get("app.theme.dark"), settings.isDark(), () -> look(true)));
    }

    private void speak(Locale locale) {
        settings.setLanguage(locale);
        languageChanged.run();
    }

    private void look(boolean dark) {
        settings.setDark(dark);
        lookChanged.run();
    }

    private static RadioMenuItem item(ToggleGroup group, String text, boolean selected, Runnable chosen) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setToggleGroup(group);
        item.setSelected(selected);
        item.setOnAction(event -> chosen.run());
        return item;
    }
}
