package lathe.ui.step.clean;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.List;
import lathe.recipe.Rule;

/** The rules there are, by name. */
final class RuleKinds {
    private RuleKinds() {}

    static List<String> all() {
        return Arrays.stream(Rule.class.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .toList();
    }
}
