package lathe.ui.step.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import lathe.recipe.ContentRules;
import lathe.recipe.StatisticRules;
import lathe.recipe.DuplicateRules;
import lathe.recipe.Rule;
import org.junit.jupiter.api.Test;

class RuleRowsTest {
    private static final Rule LANGUAGE = new ContentRules.Language(List.of("zh"), 0.65);
    private static final Rule LENGTH = new StatisticRules.TextLength(10L, null);
    private static final Rule COPIES = new DuplicateRules.ExactDuplicates(false, true);

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
