package lathe.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lathe.recipe.Recipe;
import lathe.recipe.SettingsTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each step of the table is one package, one screen, one controller and one view-model. */
class WizardShapeTest {
    private static final Path STEPS = Path.of("src/main/java/lathe/ui/step");

    @ParameterizedTest
    @EnumSource(WizardStep.class)
    void hasItsParts(WizardStep step) throws Exception {
        assertNotNull(getClass().getResource(step.fxml()), step.fxml());
        Class<?> controller = Class.forName(step.controller());
        assertNotNull(controller.getConstructor(PaneContext.class));
        assertNotNull(Class.forName(step.viewModel()).getConstructor(PaneContext.class));
        String fxml = Files.readString(Path.of("fxml" + step.fxml().substring("/fxml".length())));
        assertTrue(fxml.contains("fx:controller=\"" + step.controller() + "\""));
    }

    @Test
    void noPackageIsLeftOutOfTheTable() throws IOException {
        try (Stream<Path> folders = Files.list(STEPS)) {
            Set<String> packages =
                    folders.map(folder -> folder.getFileName().toString()).collect(Collectors.toSet());
            Set<String> table =
                    Arrays.stream(WizardStep.values()).map(WizardStep::word).collect(Collectors.toSet());
            assertEquals(table, packages);
        }
    }

    /** The format's version is nobody's to edit; name and seed are edited in the top bar. */
    @Test
    void everySectionOfTheRecipeIsEditedInOneStep() {
        Set<String> keys = SettingsTable.keys(Recipe.class).stream()
                .map(SettingsTable.Key::key)
                .collect(Collectors.toCollection(TreeSet::new));
        keys.removeAll(Set.of("lathe", "name", "seed"));
        List<String> edited = Arrays.stream(WizardStep.values())
                .flatMap(step -> step.keys().stream())
                .sorted()
                .toList();
        assertEquals(List.copyOf(keys), edited);
    }
}
