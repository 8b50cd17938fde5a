package lathe.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import lathe.ui.kit.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every id, handler, text and icon of every screen exists; no text is written out. Without starting JavaFX. */
class FxmlContractTest {

    static List<Path> screens() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("fxml"))) {
            return files.filter(file -> file.toString().endsWith(".fxml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void controllerHasEveryIdAndHandler(Path screen) throws Exception {
        String fxml = Files.readString(screen);
        Class<?> controller =
                Class.forName(all(fxml, "fx:controller=\"([^\"]+)\"").iterator().next());
        Set<String> injected = Stream.of(controller.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(FXML.class))
                .map(field -> field.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(injected, all(fxml, "fx:id=\"([^\"]+)\""));
        Set<String> handlers = Stream.of(controller.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(FXML.class))
                .map(method -> method.getName())
                .filter(name -> !name.equals("initialize"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(handlers, all(fxml, "=\"#(\\w+)\""));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everyTextHasAKeyAndNoneIsWrittenOut(Path screen) throws IOException {
        String fxml = Files.readString(screen);
        Set<String> missing = all(fxml, "=\"%([^\"]+)\"");
        missing.removeAll(Texts.in(java.util.Locale.ENGLISH).bundle().keySet());
        assertEquals(Set.of(), missing);
        assertEquals(Set.of(), all(fxml, "\\b(?:text|promptText|title|action)=\"([^%$#\"][^\"]*)\""));
    }

    private static Set<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
