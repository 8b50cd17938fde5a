package lathe.clean.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {

    @Test
    void changesAreMadeWhereTheyWereProposed() {
        Changes changes = new Changes();
        changes.replace(0, 0, "«");
        changes.replace(1, 3, "好");
        changes.delete(4, 5);

        assertEquals("«a好df", changes.applyTo("abcdef"));
        assertEquals(3, changes.all().size());
    }

    @Test
    void deletingNothingIsNoChange() {
        Changes changes = new Changes();
        changes.delete(2, 2);

        assertTrue(changes.isEmpty());
        assertEquals("text", changes.applyTo("text"));
    }

    @Test
    void overlapsAndStepsBackAreRefused() {
        Changes changes = new Changes();
        changes.replace(2, 5, "x");

        for (int[] wrong : List.of(new int[] {4, 6}, new int[] {0, 1}, new int[] {7, 6})) {
            assertThrows(IllegalArgumentException.class, () -> changes.replace(wrong[0], wrong[1], ""));
        }
        changes.clear();
        changes.replace(0, 1, "y");
        assertEquals("yb", changes.applyTo("ab"));
    }
}
