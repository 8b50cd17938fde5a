package lathe.ui.step.clean.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import lathe.clean.RuleLists;
import lathe.recipe.Rule;
import org.junit.jupiter.api.Test;

class RuleRowsTest {
    private static final List<Rule> RULES =
            RuleLists.of("rule: language, keep: [zh]", "rule: text-length, min: 10", "rule: exact-duplicates");
    private static final Rule LANGUAGE = RULES.get(0);
    private static final Rule LENGTH = RULES.get(1);
    private static final Rule COPIES = RULES.get(2);

    @Test
    void aRuleThatIsOffIsNotInTheRecipeAndKeepsItsPlace() {
        RuleRows rows = rows();
        rows.set(1, false);

        assertEquals(List.of(LANGUAGE, COPIES), rows.active());
        assertEquals(List.of(0, -1, 1), List.of(rows.place(0), rows.place(1), rows.place(2)));
        rows.show(List.of(LANGUAGE, COPIES));
        rows.set(1, true);
        assertEquals(List.of(LANGUAGE, LENGTH, COPIES), rows.active());
    }

    @Test
    void movesStopAtTheEnds() {
        RuleRows rows = rows();
        rows.move(0, -1);
        rows.move(2, 1);
        assertEquals(List.of(LANGUAGE, LENGTH, COPIES), rows.active());
        rows.move(2, -1);
        assertEquals(List.of(LANGUAGE, COPIES, LENGTH), rows.active());
    }

    /** Undo brings back rules that the list no longer has. */
    @Test
    void showsWhateverTheRecipeHolds() {
        RuleRows rows = rows();
        rows.remove(0);
        rows.show(List.of(LANGUAGE, LENGTH, COPIES));
        assertEquals(List.of(LANGUAGE, LENGTH, COPIES), rows.active());
    }

    private static RuleRows rows() {
        RuleRows rows = new RuleRows();
        rows.show(List.of(LANGUAGE, LENGTH, COPIES));
        return rows;
    }
}
