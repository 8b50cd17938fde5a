package lathe.ui.step.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import lathe.recipe.SettingsTable;
import lathe.recipe.TrainStage;
import org.junit.jupiter.api.Test;

class StageCardTest {
    /** Sections with a group of their own, and the menu of presets. */
    private static final Set<String> ELSEWHERE = Set.of("preset", "loss", "guards", "lora");

    @Test
    void everyKeyOfAStageHasAPlaceInTheWindow() {
        List<String> missing = SettingsTable.keys(TrainStage.class).stream()
                .map(SettingsTable.Key::key)
                .filter(key -> !StageCard.shown().contains(key) && !ELSEWHERE.contains(key))
                .toList();
        assertEquals(List.of(), missing);
    }
}
