package lathe.ui.step.clean.rule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lathe.recipe.EditRules;
import lathe.recipe.Rule;
import lathe.recipe.SettingsTable;

/** The groups in which rules are offered. */
public enum RuleGroup {
    FILTERS("fth-filter"),
    EDITS("fth-edit-2"),
    DUPLICATES("fth-copy"),
    PRIVACY("fth-shield");

    private final String icon;

    RuleGroup(String icon) {
        this.icon = icon;
    }

    /** The icon of its rules. */
    public String icon() {
        return icon;
    }

    /** Its name in the bundle's keys. */
    public String word() {
        return SettingsTable.word(this).toLowerCase(Locale.ROOT);
    }

    /** The group of a kind of rule. */
    public static RuleGroup of(Class<?> rule) {
        if (rule == EditRules.PersonalInformation.class) {
            return PRIVACY;
        }
        if (Rule.Duplicates.class.isAssignableFrom(rule)) {
            return DUPLICATES;
        }
        return Rule.Edit.class.isAssignableFrom(rule) ? EDITS : FILTERS;
    }

    /** The names of its rules. */
    public List<String> labels() {
        return Arrays.stream(Rule.class.getAnnotation(JsonSubTypes.class).value())
                .filter(type -> of(type.value()) == this)
                .map(JsonSubTypes.Type::name)
                .toList();
    }
}
