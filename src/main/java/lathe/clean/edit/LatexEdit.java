package lathe.clean.edit;

import java.util.ArrayList;
import java.util.List;
import lathe.clean.rule.Edit;
import lathe.recipe.EditRules;

/** Cleans LaTeX: comments, then macros (most are defined in the header), then the header, then the bibliography. */
final class LatexEdit {
    private LatexEdit() {}

    static Edit of(EditRules.Latex rule) {
        List<Edit> steps = new ArrayList<>();
        if (rule.comments()) {
            steps.add(new LatexComments());
        }
        if (rule.macros()) {
            steps.add(new LatexMacros());
        }
        if (rule.header()) {
            steps.add((text, changes) -> {
                int from = LatexParts.firstSection(text);
                if (from >= 0) {
                    changes.delete(0, from);
                } else if (rule.dropWithoutHeader()) {
                    changes.delete(0, text.length());
                }
            });
        }
        if (rule.bibliography()) {
            steps.add(LatexParts::bibliography);
        }
        return new Chain(steps, 1);
    }
}
