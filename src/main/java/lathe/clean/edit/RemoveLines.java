package lathe.clean.edit;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;
import lathe.clean.rule.RuleServices;
import lathe.recipe.EditRules;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** Takes out lines with their ends: of symbols only, with a listed phrase, or that a pattern matches somewhere. */
record RemoveLines(boolean symbols, PhraseMatcher phrases, @Nullable Pattern pattern) implements Edit {

    static RemoveLines of(EditRules.RemoveLines rule, RuleServices services) throws Failure, IOException {
        List<String> phrases = new ArrayList<>(rule.phrases());
        for (String list : rule.lists()) {
            phrases.addAll(PhraseLists.load(list, services));
        }
        phrases.removeIf(String::isBlank);
        Pattern pattern = rule.pattern().isEmpty() ? null : Patterns.compile(rule.pattern(), "remove-lines");
        return new RemoveLines(rule.symbols(), new PhraseMatcher(phrases), pattern);
    }

    @Override
    public void edit(String text, Changes changes) {
        Lines.remove(text, (from, to) -> goes(text, from, to), changes);
    }

    private boolean goes(String text, int from, int to) {
        if (Characters.isBlank(text, from, to)) {
            return false;
        }
        return (symbols && isSymbols(text, from, to))
                || phrases.isIn(text, from, to)
                || (pattern != null && matches(pattern.matcher(text.substring(from, to))));
    }

    private static boolean matches(Matcher matcher) {
        return matcher.find();
    }

    private static boolean isSymbols(String text, int from, int to) {
        for (int i = from; i < to; ) {
            int c = text.codePointAt(i);
            if (Characters.isWordPart(c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }
}
