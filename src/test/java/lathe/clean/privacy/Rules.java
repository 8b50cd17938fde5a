package lathe.clean.privacy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;
import lathe.clean.rule.RuleServices;
import lathe.data.Document;
import lathe.recipe.EditRules.PersonalInformation;
import lathe.recipe.PersonalKind;
import lathe.recipe.Replacement;

/** Rules for the tests of this package. */
final class Rules {
    private Rules() {}

    static PersonalInformation rule(Replacement with, PersonalKind... kinds) {
        List<PersonalKind> looked = Arrays.asList(kinds.length == 0 ? PersonalKind.values() : kinds);
        return new PersonalInformation(looked, with, List.of("CN", "US"), List.of(), "");
    }

    static Edit edit(PersonalInformation rule) throws Exception {
        Edit edit = PersonalEdits.of(rule, services(Path.of("")));
        if (edit == null) {
            throw new AssertionError("no edit for " + rule);
        }
        return edit;
    }

    static String apply(Edit edit, String text) {
        Changes changes = new Changes();
        edit.edit(text, changes);
        return changes.applyTo(text);
    }

    static RuleServices services(Path base) {
        return new RuleServices() {
            @Override
            public Path base() {
                return base;
            }

            @Override
            public Stream<Document> documents(Path file) {
                throw new UnsupportedOperationException();
            }

            @Override
            public ToDoubleFunction<String> tokens(Path tokenizer) {
                throw new UnsupportedOperationException();
            }

            @Override
            public ToDoubleFunction<String> likelihood(Path model) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
