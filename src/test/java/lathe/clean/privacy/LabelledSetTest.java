package lathe.clean.privacy;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lathe.recipe.PersonalKind;
import org.junit.jupiter.api.Test;

/** Holds the figures that src/docs/privacy.md states. */
class LabelledSetTest {

    @Test
    void precisionAndRecallStayAtWhatTheDocumentationStates() throws Exception {
        LabelledSet set = LabelledSet.read();
        assertTrue(set.items().size() >= 320, "items of the set");
        List<String> mistakes = new ArrayList<>();

        Map<PersonalKind, LabelledSet.Count> counts = set.measure(PersonalFinder.ofAll(), mistakes);

        assertAll(counts.entrySet().stream().map(entry -> () -> {
            LabelledSet.Count count = entry.getValue();
            String all = entry.getKey() + " " + count + "\n" + String.join("\n", mistakes);
            assertTrue(count.precision() >= 1, all);
            assertTrue(count.recall() >= leastRecall(entry.getKey()), all);
        }));
    }

    private static double leastRecall(PersonalKind kind) {
        return switch (kind) {
            case EMAIL, PHONE, ID_CARD, BANK_CARD, IP, URL_CREDENTIALS, API_KEY -> 1;
            case NAME -> 0.89;
            case ADDRESS -> 0.96;
        };
    }
}
