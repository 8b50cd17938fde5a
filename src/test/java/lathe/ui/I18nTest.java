package lathe.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lathe.ingest.format.Format;
import lathe.ingest.preset.Preset;
import lathe.recipe.SettingsTable;
import lathe.ui.kit.form.Sections;
import org.junit.jupiter.api.Test;

/** English and Chinese say the same things, and say all that the window needs. */
class I18nTest {
    private static final Path FOLDER = Path.of("src/main/resources/i18n");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");
    private static final Pattern CALL = Pattern.compile("texts(?:\\(\\))?\\s*\\.get\\(\\s*\"([^\"]+)\"\\s*[,)]");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertEquals(
                read("messages.properties").stringPropertyNames(), chinese().stringPropertyNames());
    }

    @Test
    void bothLanguagesHaveTheSamePlaces() throws IOException {
        Properties english = english();
        Properties chinese = chinese();
        for (String key : english.stringPropertyNames()) {
            assertEquals(places(english.getProperty(key)), places(chinese.getProperty(key)), key);
        }
    }

    @Test
    void noTextIsLeftInEnglish() throws IOException {
        Properties english = english();
        Properties chinese = chinese();
        Set<String> sentences = english.stringPropertyNames().stream()
                .filter(key -> english.getProperty(key).split("[a-z] ", -1).length > 3)
                .filter(key -> english.getProperty(key).equals(chinese.getProperty(key)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), sentences);
    }

    @Test
    void everySettingIsNamedAndExplainedAsItsAnnotationSays() throws IOException {
        Properties english = english();
        Map<String, String> wanted = new TreeMap<>();
        Sections.all().keySet().forEach(section -> SettingsTable.keys(section).forEach(key -> {
            String at = Sections.textKey(section, key);
            assertTrue(english.containsKey(at), at);
            wanted.put(at + ".help", key.setting().help());
            if (!key.setting().typical().isEmpty()) {
                wanted.put(at + ".typical", key.setting().typical());
            }
        }));
        Map<String, String> found = new TreeMap<>();
        english.stringPropertyNames().stream()
                .filter(key -> key.matches("setting\\..*\\.(help|typical)"))
                .forEach(key -> found.put(key, english.getProperty(key)));
        assertEquals(wanted, found);
    }

    @Test
    void everyChoiceHasAName() throws IOException {
        Properties english = english();
        Set<String> missing = new TreeSet<>();
        Sections.all().keySet().forEach(section -> SettingsTable.keys(section).stream()
                .filter(key -> !key.choices().isEmpty())
                .forEach(key -> {
                    Class<?> type = List.class.isAssignableFrom(key.rawType()) ? key.elementType() : key.rawType();
                    key.choices().stream()
                            .map(word -> "choice." + type.getSimpleName() + "." + word)
                            .filter(name -> !english.containsKey(name))
                            .forEach(missing::add);
                }));
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyPresetAndFormatHasAName() throws IOException {
        Set<String> wanted = new TreeSet<>();
        Preset.all().keySet().forEach(name -> wanted.addAll(List.of("preset." + name, "preset." + name + ".long")));
        Stream.of(Format.values()).forEach(format -> wanted.add("format." + format.label()));
        wanted.removeAll(english().stringPropertyNames());
        assertEquals(Set.of(), wanted);
    }

    @Test
    void everyTextThatTheCodeAsksForIsThere() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/lathe/ui"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                CALL.matcher(Files.readString(file)).results().forEach(call -> asked.add(call.group(1)));
            }
        }
        assertTrue(asked.size() > 50, "the pattern finds the calls: " + asked.size());
        asked.removeAll(english().stringPropertyNames());
        assertEquals(Set.of(), asked);
    }

    @Test
    void everyFormatCanBeFilled() throws IOException {
        for (Properties texts : List.of(english(), chinese())) {
            for (String key : texts.stringPropertyNames()) {
                if (!places(texts.getProperty(key)).isEmpty()) {
                    String filled =
                            new MessageFormat(texts.getProperty(key), Locale.ROOT).format(new Object[] {1, 2, 3, 4});
                    assertTrue(!filled.contains("{"), key + ": " + filled);
                }
            }
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties english() throws IOException {
        return read("messages.properties");
    }

    private static Properties chinese() throws IOException {
        return read("messages_zh_CN.properties");
    }

    private static Properties read(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(name))) {
            texts.load(reader);
        }
        return texts;
    }
}
