package lathe.clean.privacy;

import java.io.IOException;
import lathe.clean.rule.Edit;
import lathe.clean.rule.RuleServices;
import lathe.recipe.EditRules;
import lathe.recipe.Rule;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** The edit of this package. */
public final class PersonalEdits {
    private PersonalEdits() {}

    /** The edit of a rule {@code personal-information}; null for all others. */
    public static @Nullable Edit of(Rule.Edit rule, RuleServices services) throws Failure, IOException {
        if (!(rule instanceof EditRules.PersonalInformation personal)) {
            return null;
        }
        PersonalFinder finder = PersonalFinder.of(personal, services);
        Replacer replacer = new Replacer(personal.with(), personal.key());
        return (text, changes) -> finder.find(text)
                .forEach(found -> changes.replace(found.from(), found.to(), replacer.of(found.kind(), found.in(text))));
    }
}
