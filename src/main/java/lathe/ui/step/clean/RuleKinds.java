package lathe.ui.step.clean;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import lathe.recipe.Rule;
import lathe.ui.kit.Texts;

/** The rules there are, by name. */
final class RuleKinds {
    private RuleKinds() {}

    static List<String> all() {
        return Arrays.stream(Rule.class.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .toList();
    }

    /** Offers every rule in a menu. */
    static void fill(MenuButton menu, Texts texts, Consumer<String> chosen) {
        for (String label : all()) {
            MenuItem item = new MenuItem(texts.get("rule." + label));
            item.setOnAction(event -> chosen.accept(label));
            menu.getItems().add(item);
        }
    }
}
